import { PGlite } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/**
 * Prisma's adapter for PGlite, mended: its own `executeScript` does not wait for the script, so a broken
 * migration would be recorded as applied and its error lost.
 */
export function awaitingPgliteAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => connectTo(pglite),
    connectToShadowDb: connectToShadow,
  };
}

async function connectTo(pglite: PGlite) {
  const adapter = await new PrismaPGlite(pglite).connect();
  adapter.executeScript = async (script: string) => {
    await pglite.exec(script);
  };
  return adapter;
}

/** A database for the engine to try migrations on; it ends with its connection. */
async function connectToShadow() {
  const shadow = new PGlite();
  const adapter = await connectTo(shadow);
  adapter.dispose = () => shadow.close();
  return adapter;
}
