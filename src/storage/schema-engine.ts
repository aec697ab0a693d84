import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { z } from 'zod';

const schemaFile = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));

const exportsOfEngine = z.looseObject({
  __wbindgen_start: z.custom<() => void>((value) => typeof value === 'function'),
});

let instantiated: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly: the one behind `prisma migrate`, without a native binary to download.
 * It keeps `_prisma_migrations` with Prisma's own checksums, so `prisma migrate deploy` agrees with it.
 */
export async function openSchemaEngine(
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
): Promise<engine.SchemaEngine> {
  instantiated ??= instantiate();
  await instantiated;
  const datamodel = await readFile(schemaFile, 'utf8');
  return await engine.SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory),
  );
}

async function instantiate(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(glue.replace(/\.js$/, '.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': importsOfEngine() });
  engine.__wbg_set_wasm(instance.exports);
  exportsOfEngine.parse(instance.exports).__wbindgen_start();
}

/**
 * What the engine imports, with one change: its timers do not keep the process. It guards its lock with one of ten
 * seconds that it never clears.
 */
function importsOfEngine(): Record<string, unknown> {
  const entries = Object.entries<unknown>({ ...engine }).map(([name, value]) => [
    name,
    name.startsWith('__wbg_setTimeout_') ? setUnreferencedTimeout : value,
  ]);
  return Object.fromEntries(entries);
}

function setUnreferencedTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref();
}
