import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/storage/database.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../../src/storage/migrate.ts';
import { awaitingPgliteAdapter } from '../../src/storage/pglite-adapter.ts';
import { openSchemaEngine } from '../../src/storage/schema-engine.ts';
import { STORES } from '../support/stores.ts';

const BROKEN = '20991231000000_broken';

describe.each(STORES)('migrations on $name', (store) => {
  test('a broken one stops the start and is not recorded as applied; mended, it goes on', async () => {
    const place = await store.place();
    const folder = await mkdtemp(join(tmpdir(), 'competency-bot-migrations-'));
    await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
    await mkdir(join(folder, BROKEN));
    await writeFile(
      join(folder, BROKEN, 'migration.sql'),
      'CREATE TABLE good (id int);\nALTER TABLE nowhere ADD x int;',
    );

    await expect(openDatabase({ ...place, migrationsFolder: folder })).rejects.toThrow(
      /could not be brought up to date/,
    );

    const database = await openDatabase(place);
    const rows = await database.prisma.$queryRaw<{ finished_at: Date | null }[]>`
      SELECT finished_at FROM _prisma_migrations WHERE migration_name = ${BROKEN}`;
    expect(rows.every(({ finished_at }) => finished_at === null)).toBe(true);
    await database.close();
    await rm(folder, { recursive: true, force: true });
    await place.remove();
  });

  test('a database that is up to date is opened without asking for more than which it has', async () => {
    const place = await store.place();
    const first = await openDatabase(place);
    const [{ count } = { count: 0 }] = await first.prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM _prisma_migrations`;
    expect(count).toBe((await readMigrations(MIGRATIONS_FOLDER)).migrationDirectories.length);
    await first.close();
    await place.remove();
  });
});

test('the migrations make exactly the schema that the client is generated from', async () => {
  const place = await STORES[0].place();
  const pglite = await PGlite.create({ dataDir: join(place.folder, 'pgdata') });
  const engine = await openSchemaEngine(awaitingPgliteAdapter(pglite));
  const schema = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));
  const files = [{ path: 'schema.prisma', content: await readFile(schema, 'utf8') }];
  const { stdout } = await engine.diff({
    // What the migrations have made of an empty database.
    from: { tag: 'schemaDatasource', files, configDir: dirname(schema) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  await pglite.close();
  await place.remove();
  expect(stdout?.replace(/^--.*$/gm, '').trim()).toBe('');
});
