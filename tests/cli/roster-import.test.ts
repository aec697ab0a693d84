import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CommandParts } from '../../src/cli/commands.ts';
import { rosterImport } from '../../src/cli/roster/run-import.ts';
import { scheduleStart } from '../../src/cli/schedule/run-start.ts';
import type { DirectoryUser } from '../../src/domain/people/directory.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';
import { runCli } from './run-cli.ts';

const PEOPLE = ['U1', 'U2', 'UB'].map(
  (id): DirectoryUser => ({
    slackUserId: id,
    email: `${id.toLowerCase()}@shop.example`,
    displayName: id,
    timeZone: 'Asia/Taipei',
    slackLocale: 'zh-TW',
    standing: 'person',
  }),
);
const HEADER = 'slack_id,standard,supervisor';

describe.each(STORES)('what an import answers on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;
  let shops = 0;

  beforeAll(async () => {
    counting = await openCounting(store);
  });

  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0CLI${shops}`);
  });

  afterAll(() => counting.remove());

  const parts = (isDemo: boolean): CommandParts => ({
    context: shop.context,
    workspaceId: shop.workspaceId,
    isDemo,
    listDirectory: async () => PEOPLE,
    askRights: async () => ({ missingScopes: undefined }),
  });

  const run = (rows: readonly string[], { isDemo = false, dryRun = false } = {}) =>
    rosterImport.run(parts(isDemo), { file: 'people.csv', csv: [HEADER, ...rows].join('\n'), dryRun });

  test('before the schedule is started: what starts it', async () => {
    expect(await run([`U1,${RETAIL},UB`])).toEqual({
      exitCode: 0,
      output:
        '1 person: 1 with a standard, 1 supervisor named. Imported. Nothing is sent before: npm run cli -- schedule start\n',
    });
  });

  test('in the demo, with what the demo needs', async () => {
    expect((await run([`U1,${RETAIL},UB`], { isDemo: true })).output).toContain(
      'npm run cli -- schedule start --demo\n',
    );
    const nobody = await openShop(counting.database, `${shop.workspaceId}EMPTY`);
    const demo = { ...parts(true), context: nobody.context, workspaceId: nobody.workspaceId };
    expect((await scheduleStart.run(demo, { confirmed: false })).output).toContain(
      'roster import people.csv --demo\n',
    );
  });

  test('afterwards: that it is running, and nothing about starting it', async () => {
    await shop.start();
    const { output } = await run([`U1,${RETAIL},UB`, `U2,${RETAIL},UB`, 'UB,,']);
    expect(output).toBe(
      '3 people: 2 with a standard, 1 supervisor named. Imported. The schedule is running: everybody is asked when they are next due. To see when: npm run cli -- schedule start\n',
    );
  });

  test('a dry run says that nothing was changed', async () => {
    expect(await run(['U1,,', 'U2,,'], { dryRun: true })).toEqual({
      exitCode: 0,
      output:
        '2 people: 0 with a standard, 0 supervisors named. The file is good; nothing was changed (dry run).\n',
    });
  });

  test('a file with problems names each with its line', async () => {
    const { output, exitCode } = await run([`U1,${RETAIL}`, `U9,${RETAIL},`]);
    expect([exitCode, output]).toEqual([1, expect.stringContaining('people.csv:2: has 2 cells')]);
    expect((await run([`U9,${RETAIL},`])).output).toContain(
      'people.csv:2: U9 is not in this Slack workspace; check the spelling\n1 problem;',
    );
  });
});

describe('a file that is not what it should be', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roster-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const importing = async (bytes: Uint8Array | string) => {
    const file = join(folder, 'people.csv');
    await writeFile(file, bytes);
    return { file, ...(await runCli('roster', 'import', file)) };
  };

  test('in Big5 or UTF-16, as Excel writes it, is told how to save it', async () => {
    const big5 = Buffer.concat([
      Buffer.from('email,standard,role\r\nann@x.test,A-1,'),
      Buffer.from([0xba, 0xde, 0xb2, 0x7a, 0xad, 0xfb]),
    ]);
    const { file, code, stderr } = await importing(big5);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${file}:2: is not UTF-8 but another encoding, perhaps Big5 → in Excel, save it as "CSV UTF-8 (Comma delimited)", then import that file\n`,
    );
    const utf16 = Buffer.from('\uFEFFemail,standard\n', 'utf16le');
    expect((await importing(utf16)).stderr).toContain(':1: is not UTF-8');
  });

  test('without a token, the demo is named', async () => {
    const { code, stderr } = await importing('email,standard\nann@x.test,A-1\n');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^SLACK_BOT_TOKEN is missing: .*; for the running demo, add --demo\n$/);
  });

  test('that is not there is named', async () => {
    const { stderr } = await runCli('roster', 'import', join(folder, 'none.csv'));
    expect(stderr).toContain('none.csv cannot be read');
  });
});
