import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { type ConstructorOptions, fromPglite } from 'pg-boss';
import { ActionableError } from '../errors.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { MIGRATIONS_FOLDER, migrate } from './migrate.ts';
import { awaitingPgliteAdapter } from './pglite-adapter.ts';

/** What runs a query: the client itself, or the `tx` of a transaction. */
export type Queryable = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw' | '$queryRawUnsafe'>;

export interface Database {
  readonly prisma: PrismaClient;
  /** How the job engine reaches the same database. */
  readonly jobStore: ConstructorOptions;
  /** Calls back with the payload of every NOTIFY on the channel, and once after each (re)connection. */
  listen(channel: string, onNotification: (payload: string) => void, onReconnect: () => void): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL URL; without it the embedded database in `folder` is opened. */
  readonly url?: string | undefined;
  /** The folder of the embedded database; it must be held (see data-folder). Absent: in memory, for tests. */
  readonly folder?: string | undefined;
  readonly migrationsFolder?: string;
  /** Told the text of every statement that goes through Prisma; tests count them. */
  readonly onStatement?: (sql: string) => void;
}

/**
 * Opens the database and brings it up to date. Every connection runs with `TimeZone=UTC`: with another zone the
 * adapters read `timestamptz` hours off.
 *
 * @throws {ActionableError} when it cannot be reached or a migration fails.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined ? await openEmbedded(options) : await openPostgres(options.url, options);
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const folder = options.folder === undefined ? undefined : join(options.folder, 'pgdata');
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const pglite = folder === undefined ? await PGlite.create() : await PGlite.create({ dataDir: folder });
  await pglite.exec(`SET TimeZone TO 'UTC'`);
  const adapterFactory = awaitingPgliteAdapter(pglite);
  try {
    await migrate(adapterFactory, options.migrationsFolder ?? MIGRATIONS_FOLDER);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  const prisma = createClient(adapterFactory, options);
  return {
    prisma,
    jobStore: { db: fromPglite(pglite), backend: 'pglite' },
    listen: async (channel, onNotification) => {
      await pglite.listen(channel, onNotification);
    },
    close: async () => {
      await prisma.$disconnect();
      await pglite.close();
    },
  };
}

async function openPostgres(url: string, options: DatabaseOptions): Promise<Database> {
  const connection = { connectionString: url, options: '-c TimeZone=UTC', connectionTimeoutMillis: 10_000 };
  const adapterFactory = new PrismaPg({ ...connection, max: 10 });
  await reach(connection);
  await migrate(adapterFactory, options.migrationsFolder ?? MIGRATIONS_FOLDER);
  const prisma = createClient(adapterFactory, options);
  const listeners: Listener[] = [];
  return {
    prisma,
    jobStore: { ...connection, max: 4, backend: 'postgres' },
    listen: async (channel, onNotification, onReconnect) => {
      listeners.push(await listenForever(connection, channel, onNotification, onReconnect));
    },
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      await prisma.$disconnect();
    },
  };
}

async function reach(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  try {
    await client.connect();
  } catch (cause) {
    throw new ActionableError(
      `The database at DATABASE_URL cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`,
      'start PostgreSQL or correct DATABASE_URL',
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
}

interface Listener {
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/** A connection of its own for LISTEN, opened again whenever it breaks. */
async function listenForever(
  connection: pg.ClientConfig,
  channel: string,
  onNotification: (payload: string) => void,
  onReconnect: () => void,
): Promise<Listener> {
  let closed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...connection, keepAlive: true });
    client = next;
    // A server that goes away may say so more than once.
    const broken = () => {
      if (client === next) reconnect(next);
    };
    next.on('notification', ({ payload }) => onNotification(payload ?? ''));
    next.on('error', broken);
    next.on('end', broken);
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      onReconnect();
    } catch {
      broken();
    }
  }
  function reconnect(old: pg.Client): void {
    client = undefined;
    void old.end().catch(() => {});
    if (!closed) timer = setTimeout(() => void connect(), RECONNECT_MS);
  }

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

function createClient(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  options: DatabaseOptions,
): PrismaClient {
  // Waiting longer than Prisma's 2 s: on the embedded database every transaction queues for the one connection.
  const transactionOptions = { maxWait: 10_000, timeout: 20_000 };
  const { onStatement } = options;
  if (onStatement === undefined) return new PrismaClient({ adapter, transactionOptions });
  const client = new PrismaClient({ adapter, transactionOptions, log: [{ emit: 'event', level: 'query' }] });
  client.$on('query', ({ query }) => onStatement(query));
  return client;
}
