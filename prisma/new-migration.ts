/**
 * Writes the next migration from the difference between `migrations/` and `schema.prisma`:
 * `npm run migration:new -- add_reviews`. Look at the SQL, and add check constraints by hand.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { MIGRATIONS_FOLDER, readMigrations } from '../src/storage/migrate.ts';
import { awaitingPgliteAdapter } from '../src/storage/pglite-adapter.ts';
import { openSchemaEngine } from '../src/storage/schema-engine.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Give the migration a name in lower case and underscores: npm run migration:new -- add_reviews',
  );
  process.exit(1);
}

const schemaFile = fileURLToPath(new URL('./schema.prisma', import.meta.url));
const pglite = new PGlite();
const adapterFactory = awaitingPgliteAdapter(pglite);
const engine = await openSchemaEngine(adapterFactory);
const { stdout } = await engine.diff({
  from: { tag: 'migrations', ...(await readMigrations(MIGRATIONS_FOLDER)) },
  to: {
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content: await readFile(schemaFile, 'utf8') }],
  },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
engine.free();
await pglite.close();

const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'migration.sql'), stdout ?? '');
console.log(`Wrote ${folder}/migration.sql`);
