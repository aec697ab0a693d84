import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { ActionableError } from '../errors.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** Where the migrations of this version live. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/**
 * Brings the database to the schema of this version and answers the names of the migrations it applied.
 * A database that is already there costs one statement; the engine is not loaded for it.
 *
 * @throws {ActionableError} when a migration fails; nothing after it is applied and the program must not start.
 */
export async function migrate(
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
  folder: string = MIGRATIONS_FOLDER,
): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  const applied = await appliedMigrations(adapterFactory);
  if (migrationsList.migrationDirectories.every(({ path }) => applied.has(path))) return [];
  const engine = await openSchemaEngine(adapterFactory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (cause) {
    throw new ActionableError(
      `The database could not be brought up to date: ${cause instanceof Error ? cause.message : String(cause)}`,
      'restore the backup made before the upgrade, or mend the migration named above and start again',
      { cause },
    );
  } finally {
    engine.free();
  }
}

/** The migrations of a folder, in order, as the schema engine takes them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

async function appliedMigrations(
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
): Promise<Set<string>> {
  const adapter = await adapterFactory.connect();
  try {
    const { rows } = await adapter.queryRaw({
      sql: `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      args: [],
      argTypes: [],
    });
    return new Set(rows.map(([name]) => String(name)));
  } catch {
    // No such table yet: a fresh database. Anything worse shows itself when the engine connects.
    return new Set();
  } finally {
    await adapter.dispose();
  }
}
