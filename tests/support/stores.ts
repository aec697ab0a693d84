import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { createPostgresDatabase, dropPostgresDatabase } from './postgres.ts';

/** A place to keep data, as a setting of `openDatabase`, and how to get rid of it. */
export interface StorePlace {
  readonly url?: string;
  readonly folder: string;
  remove(): Promise<void>;
}

export interface Store {
  readonly name: string;
  /** Several processes may have it open at once; the embedded database is one process's. */
  readonly isShared: boolean;
  /** A migrated and otherwise empty store of its own. */
  place(): Promise<StorePlace>;
}

const embedded: Store = {
  name: 'the embedded database',
  isShared: false,
  place: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'competency-bot-store-'));
    // A thousand files: one by one and asynchronously this takes five times as long.
    cpSync(join(required('TEMPLATE_FOLDER'), 'pgdata'), join(folder, 'pgdata'), { recursive: true });
    return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
  },
};

/** The server's own zone is Taipei's: whatever reads a time wrongly is eight hours off. */
const postgres: Store = {
  name: 'PostgreSQL with its time zone at Asia/Taipei',
  isShared: true,
  place: async () => {
    const server = required('TEST_DATABASE_URL');
    const name = `competency_bot_${randomUUID().replaceAll('-', '')}`;
    const url = await createPostgresDatabase(server, name, {
      template: required('TEMPLATE_DATABASE'),
      timeZone: 'Asia/Taipei',
      // Whoever waits so long for a lock would wait for ever.
      lockTimeout: '10s',
    });
    const folder = await mkdtemp(join(tmpdir(), 'competency-bot-store-'));
    return {
      url,
      folder,
      remove: async () => {
        await dropPostgresDatabase(server, name);
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

/** The embedded database always, PostgreSQL where TEST_DATABASE_URL names a server. */
export const STORES: readonly [Store, ...Store[]] =
  process.env.TEST_DATABASE_URL === undefined ? [embedded] : [embedded, postgres];

/** An open database of its own, counting the statements that go through Prisma. */
export interface CountingDatabase {
  readonly database: Database;
  readonly place: StorePlace;
  /** The statements that `work` runs, transaction control left out. */
  statementsOf(work: () => Promise<unknown>): Promise<number>;
  remove(): Promise<void>;
}

export async function openCounting(store: Store): Promise<CountingDatabase> {
  const place = await store.place();
  let statements: string[] = [];
  const database = await openDatabase({ ...place, onStatement: (sql) => statements.push(sql) });
  return {
    database,
    place,
    statementsOf: async (work) => {
      statements = [];
      await work();
      return statements.filter((sql) => !/^(?:-- Implicit |(?:BEGIN|COMMIT|ROLLBACK)\b)/i.test(sql)).length;
    },
    remove: async () => {
      await database.close();
      await place.remove();
    },
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; run the suite with npm test`);
  return value;
}
