import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

/**
 * The import table of the house (docs: design §3). A file belongs to the room with the longest matching place.
 * Within its room it imports what it likes; beyond that only what is listed here.
 */
interface Room {
  /** A folder, or one file, below `src/`. */
  readonly place: string;
  /** Places below `src/` it may import; `type ` before one allows `import type` only. */
  readonly places: readonly string[];
  /** Packages by name, `node:…` builtins too; a name ending in `*` stands for all that begin so. */
  readonly packages: readonly string[];
}

/** What the rooms with input and output may import from anywhere: errors to throw, and the shape of the log. */
const ERRORS_AND_LOG = ['errors.ts', 'type log.ts'];

const ROOMS: readonly Room[] = [
  { place: 'main.ts', places: ['app.ts', 'config.ts', 'errors.ts'], packages: ['node:*'] },
  // The composition root: everything. The token and the workspace are Slack's, so it holds a client.
  { place: 'app.ts', places: [''], packages: ['node:*'] },
  { place: 'core.ts', places: [''], packages: ['node:*', 'uuid', '@slack/web-api'] },
  { place: 'app-settings.ts', places: [''], packages: [] },
  { place: 'config.ts', places: [], packages: ['zod', 'node:path'] },
  { place: 'errors.ts', places: [], packages: [] },
  { place: 'log.ts', places: [], packages: ['pino'] },

  // Hashing is arithmetic, not input: the spread of a check-in over colleagues is a hash of the member.
  { place: 'domain', places: [], packages: ['zod', 'date-fns', '@date-fns/tz', 'node:crypto'] },
  { place: 'texts', places: ['type domain'], packages: [] },

  { place: 'slack/blocks', places: [], packages: ['@slack/types'] },
  { place: 'slack/views', places: ['slack/blocks', 'type texts', 'domain'], packages: ['zod'] },
  {
    place: 'slack/listeners',
    places: [
      ...ERRORS_AND_LOG,
      'usecases',
      // Calls that somebody waits for, given to it: how they go beside the bulk is delivery's business.
      'type delivery',
      'slack/views',
      'type slack/blocks',
      // An ephemeral sentence is no view, but a person's words in it are escaped all the same.
      'slack/blocks/escape.ts',
      'texts',
      // What a tap returns is drawn at once: the state of the check-in as storage knows it.
      'type storage',
    ],
    packages: ['@slack/*', 'zod', 'node:timers/promises'],
  },
  {
    place: 'slack/client',
    // It implements what delivery asks for: how to post, and how to look for what was posted.
    places: [...ERRORS_AND_LOG, 'domain', 'type delivery', 'type slack/slack-logger.ts'],
    packages: ['@slack/*', 'zod', 'node:timers/promises'],
  },
  {
    // Renderers read current state and give delivery its table of kinds.
    place: 'slack',
    places: [...ERRORS_AND_LOG, 'slack', 'domain', 'texts', 'usecases', 'storage', 'type delivery'],
    packages: ['@slack/*', 'zod'],
  },

  {
    place: 'usecases',
    places: [...ERRORS_AND_LOG, 'domain', 'storage', 'delivery'],
    packages: ['zod', 'date-fns', '@date-fns/tz', 'csv-parse/sync', 'node:crypto'],
  },
  {
    place: 'storage',
    places: [...ERRORS_AND_LOG, 'domain'],
    packages: [
      'zod',
      'node:*',
      'pg',
      '@electric-sql/pglite',
      '@electric-sql/pglite/*',
      '@prisma/*',
      'pglite-prisma-adapter',
      'csv-parse/sync',
      // Holidays of other countries, as rows of a package.
      'date-holidays',
      // The database says how the job engine reaches it.
      'pg-boss',
    ],
  },
  { place: 'delivery', places: [...ERRORS_AND_LOG, 'storage', 'domain'], packages: ['zod', 'node:*'] },
  // Slack's errors are told apart by the client's own codes.
  { place: 'delivery/classify-error.ts', places: [], packages: ['zod', '@slack/web-api'] },
  {
    place: 'jobs',
    // The engine enqueues in the caller's transaction.
    places: [...ERRORS_AND_LOG, 'usecases', 'delivery', 'type storage'],
    packages: ['zod', 'pg-boss'],
  },
  { place: 'web', places: [...ERRORS_AND_LOG, 'usecases'], packages: ['zod', 'node:*'] },
  {
    place: 'cli',
    places: [...ERRORS_AND_LOG, 'usecases', 'storage', 'domain'],
    packages: ['zod', 'commander', 'node:*'],
  },

  // The command line's two doors: what ends it, and what starts the program's core where none is running.
  { place: 'cli/main.ts', places: ['config.ts', 'errors.ts', 'cli'], packages: ['commander', 'node:*'] },
  {
    place: 'cli/with-database.ts',
    places: ['app-settings.ts', 'core.ts', 'config.ts', 'errors.ts', 'log.ts', 'storage', 'cli'],
    packages: [],
  },

  // A local Slack knows nothing of competencies; Slack's limits are Slack's.
  {
    place: 'simulator',
    places: ['slack/blocks/limits.ts'],
    packages: ['zod', 'node:*', '@date-fns/tz', 'pino'],
  },
  {
    place: 'demo',
    places: [
      ...ERRORS_AND_LOG,
      'usecases',
      'simulator',
      'storage',
      'domain',
      'delivery',
      'type app.ts',
      'type app-settings.ts',
      'type config.ts',
    ],
    packages: ['zod', 'node:*', 'date-fns', '@date-fns/tz'],
  },
];

/** Things that only certain places may write at all. */
const ONLY_THERE: readonly { what: string; pattern: RegExp; allowed: readonly string[] }[] = [
  { what: 'reads the environment', pattern: /\bprocess\s*\.\s*env\b/, allowed: ['config.ts'] },
  { what: 'writes SQL', pattern: /\$(?:queryRaw|executeRaw)/, allowed: ['storage'] },
];

/** Pure places: the clock and chance come in as arguments. */
const PURE = ['domain', 'texts', 'slack/blocks', 'slack/views'];
const IMPURE = /\bnew Date\(\s*\)|\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bnew TZDate\(\s*\)/;

interface Source {
  /** Below `src/`, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

interface Edge {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** `import … from`, `export … from`, `import '…'`, `import('…')` and `require('…')`, as biome formats them. */
function edgesOf({ file, text }: Source): Edge[] {
  const code = withoutComments(text);
  const statements = [...code.matchAll(/^(?:import|export)(\s+type)?\s([^;'"]*?)\sfrom\s+'([^']+)'/gm)].map(
    ([, type, names = '', specifier = '']) => ({
      file,
      specifier,
      typeOnly: type !== undefined || onlyTypes(names),
    }),
  );
  const others = [
    ...code.matchAll(/^import\s+'([^']+)'/gm),
    ...code.matchAll(/\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g),
  ].map(([, specifier = '']) => ({ file, specifier, typeOnly: false }));
  return [...statements, ...others];
}

function onlyTypes(names: string): boolean {
  const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const each = (inBraces ?? 'value').split(',').map((name) => name.trim());
  return each.filter((name) => name !== '').every((name) => name.startsWith('type '));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Every breach of the table in these sources: file, what it imports, and the rule it breaks. */
function breachesOf(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const room = roomOf(source.file);
    if (room === undefined) return [`src/${source.file} is in no room of the import table`];
    return [...edgesOf(source).flatMap((edge) => breachOfEdge(edge, room)), ...breachesOfText(source)];
  });
}

function breachOfEdge({ file, specifier, typeOnly }: Edge, room: Room): string[] {
  const rule = (allowed: readonly string[]) =>
    `src/${file} imports ${typeOnly ? 'the types of ' : ''}'${specifier}': src/${room.place} may only import ${allowed.join(', ') || 'nothing'}`;
  if (!specifier.startsWith('.')) {
    const name = room.packages.some((allowed) =>
      allowed.endsWith('*') ? specifier.startsWith(allowed.slice(0, -1)) : specifier === allowed,
    );
    return name ? [] : [rule(room.packages)];
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  if (target.startsWith('..')) return [`src/${file} imports '${specifier}': nothing outside src is imported`];
  if (target.includes('generated/') && !isIn(file, 'storage')) {
    return [`src/${file} imports '${specifier}': Prisma's client is imported only in src/storage`];
  }
  const allowed = [room.place, ...room.places].some((place) =>
    place.startsWith('type ') ? typeOnly && isIn(target, place.slice('type '.length)) : isIn(target, place),
  );
  return allowed ? [] : [rule(room.places)];
}

function breachesOfText({ file, text }: Source): string[] {
  const code = withoutComments(text);
  const misplaced = ONLY_THERE.filter(
    ({ pattern, allowed }) => pattern.test(code) && !allowed.some((place) => isIn(file, place)),
  ).map(({ what, allowed }) => `src/${file} ${what}: only src/${allowed.join(', src/')} may`);
  const impure = PURE.some((place) => isIn(file, place)) ? IMPURE.exec(code) : null;
  return impure === null
    ? misplaced
    : [...misplaced, `src/${file} says ${impure[0]}: the clock and chance are arguments there`];
}

function roomOf(file: string): Room | undefined {
  return ROOMS.filter(({ place }) => isIn(file, place)).sort((a, b) => b.place.length - a.place.length)[0];
}

function isIn(file: string, place: string): boolean {
  return place === '' || file === place || file.startsWith(`${place}/`);
}

function readSources(): Source[] {
  const src = fileURLToPath(new URL('../src', import.meta.url));
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !isIn(file, 'storage/generated'))
    .map((file) => ({ file, text: readFileSync(`${src}/${file}`, 'utf8') }));
}

describe('the house: every file imports only what the table of the design allows', () => {
  const sources = readSources();

  test('src keeps to the table', () => {
    expect(breachesOf(sources)).toEqual([]);
  });

  test('the whole house was looked at', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(edgesOf).length).toBeGreaterThan(300);
    const unread = sources.filter(
      (source) => /^import\b/m.test(withoutComments(source.text)) && edgesOf(source).length === 0,
    );
    expect(unread).toEqual([]);
  });

  test('no two rooms claim the same place', () => {
    const places = ROOMS.map(({ place }) => place);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('the checker sees', () => {
  const planted = (file: string, text: string) => breachesOf([{ file, text }]);

  test.each([
    ['domain that knows storage', 'domain/people/x.ts', "import { a } from '../../storage/database.ts';"],
    ['a type from the wrong side', 'domain/x.ts', "import type { A } from '../usecases/context.ts';"],
    ['domain that reads files', 'domain/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['a package nobody gave it', 'texts/en/x.ts', "import { format } from 'date-fns';"],
    [
      'a view that asks a use case',
      'slack/views/messages/x.ts',
      "import { a } from '../../../usecases/a.ts';",
    ],
    [
      'a view that asks the database',
      'slack/views/x.ts',
      "import type { A } from '../../storage/standards.ts';",
    ],
    ['Slack outside its rooms', 'usecases/x.ts', "import { WebClient } from '@slack/web-api';"],
    ['Slack in the sender', 'delivery/sender.ts', "import { WebClient } from '@slack/web-api';"],
    [
      "Prisma's client outside storage",
      'usecases/x.ts',
      "import { P } from '../storage/generated/client.ts';",
    ],
    [
      'a simulator that knows competencies',
      'simulator/x.ts',
      "import { a } from '../domain/standard/code.ts';",
    ],
    [
      'a simulator that borrows more than limits',
      'simulator/x.ts',
      "import { a } from '../slack/blocks/build.ts';",
    ],
    ['a value where only types may pass', 'jobs/x.ts', "import { a } from '../storage/database.ts';"],
    ['a value among types', 'jobs/x.ts', "import { type A, b } from '../storage/database.ts';"],
    ['an import over several lines', 'domain/x.ts', "import {\n  a,\n  type B,\n} from '../log.ts';"],
    ['a default import', 'domain/x.ts', "import fs from 'node:fs';"],
    ['everything under a name', 'domain/x.ts', "import * as fs from 'node:fs';"],
    ['an export of something foreign', 'domain/x.ts', "export { a } from '../storage/standards.ts';"],
    ['an export of everything foreign', 'domain/x.ts', "export * from '../storage/standards.ts';"],
    ['a bare import', 'domain/x.ts', "import '../storage/standards.ts';"],
    ['a late import', 'domain/x.ts', "export const a = () => import('../storage/standards.ts');"],
    ['a file that no room holds', 'helpers/x.ts', 'export const a = 1;'],
    ['something outside src', 'usecases/x.ts', "import a from '../../tests/support/a.ts';"],
    ['the program in the demo', 'demo/x.ts', "import { startApp } from '../app.ts';"],
    ['SQL outside storage', 'usecases/x.ts', 'await db.$queryRaw`SELECT 1`;'],
    ['the environment read elsewhere', 'app.ts', 'const port = process.env.PORT;'],
    ['a clock in the domain', 'domain/x.ts', 'const now = new Date();'],
    ['chance in the domain', 'domain/x.ts', 'const dice = Math.random();'],
  ])('%s', (_what, file, text) => {
    expect(planted(file, text)).toHaveLength(1);
  });

  test('the file, the import and the rule in what it says', () => {
    expect(planted('domain/x.ts', "import { a } from '../storage/standards.ts';")).toEqual([
      "src/domain/x.ts imports '../storage/standards.ts': src/domain may only import nothing",
    ]);
    expect(planted('main.ts', "import { a } from './storage/standards.ts';")).toEqual([
      "src/main.ts imports './storage/standards.ts': src/main.ts may only import app.ts, config.ts, errors.ts",
    ]);
  });

  test.each([
    ['a room among itself', 'domain/people/x.ts', "import { a } from '../check-in/period.ts';"],
    ['what is allowed', 'usecases/x.ts', "import { a } from '../storage/standards.ts';"],
    ['types where types may pass', 'jobs/x.ts', "import type { Database } from '../storage/database.ts';"],
    ['types one by one', 'jobs/x.ts', "import { type A, type B } from '../storage/database.ts';"],
    ['words about imports', 'domain/x.ts', "/** import { a } from '../storage/a.ts' */\n// process.env\n"],
    ['dates made of something', 'domain/x.ts', 'const day = new Date(instant.getTime());'],
  ])('nothing wrong in %s', (_what, file, text) => {
    expect(planted(file, text)).toEqual([]);
  });
});
