/**
 * One process at a time on an embedded database: two on one PGlite folder lose rows silently.
 *
 * The holder listens on a loopback port and writes `{ pid, port, token }` to `lock.json`, created exclusively.
 * Whoever finds that file asks the port who it is: an answer with the token means *in use*; a refused
 * connection means the holder died, however it died, and the file is taken over. Pids are never trusted.
 * The same port takes commands for the running process, so that a command line can reach it.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ActionableError } from '../../errors.ts';
import { type CommandHandler, openControlServer, probeHolder } from './control-server.ts';

const holderSchema = z.object({ pid: z.int(), port: z.int(), token: z.string() });
export type Holder = z.infer<typeof holderSchema>;

export interface DataFolder {
  readonly folder: string;
  /** Takes the commands that other processes send to this one. */
  onCommand(handler: CommandHandler): void;
  release(): Promise<void>;
}

/**
 * Takes the folder for this process.
 *
 * @throws {ActionableError} when another process holds it.
 */
export async function takeDataFolder(folder: string): Promise<DataFolder> {
  await mkdir(folder, { recursive: true });
  const token = randomUUID();
  const server = await openControlServer(token);
  const lockFile = join(folder, 'lock.json');
  const mine = join(folder, `lock-${token}.json`);
  await writeFile(mine, JSON.stringify({ pid: process.pid, port: server.port, token }), { mode: 0o600 });
  try {
    await publish(mine, lockFile, folder);
  } catch (error) {
    await server.close();
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
  return {
    folder,
    onCommand: (handler) => server.onCommand(handler),
    release: async () => {
      await rm(lockFile, { force: true });
      await server.close();
    },
  };
}

/** The live process that holds the folder, or undefined when nobody does. */
export async function findHolder(folder: string): Promise<Holder | undefined> {
  const holder = await readHolder(join(folder, 'lock.json'));
  return holder !== undefined && (await probeHolder(holder)) ? holder : undefined;
}

/** `link` fails when the name exists, so a lock is published whole or not at all. */
async function publish(mine: string, lockFile: string, folder: string): Promise<void> {
  for (;;) {
    try {
      await link(mine, lockFile);
      return;
    } catch (error) {
      if (!isErrorCode(error, 'EEXIST')) throw error;
    }
    await removeIfStale(lockFile, folder);
  }
}

async function removeIfStale(lockFile: string, folder: string): Promise<void> {
  const holder = await readHolder(lockFile);
  if (holder !== undefined && (await probeHolder(holder))) throw inUse(folder, holder);
  // Moved aside first and looked at again: another starter may have replaced the stale file meanwhile.
  const aside = join(folder, `lock-stale-${randomUUID()}.json`);
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved !== undefined && moved.token !== holder?.token) {
    await link(aside, lockFile).catch(() => {});
    await rm(aside, { force: true });
    throw inUse(folder, moved);
  }
  await rm(aside, { force: true });
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Gone, or torn by a crash: nobody can be asked, so nobody holds it.
    return undefined;
  }
}

function inUse(folder: string, holder: Holder): ActionableError {
  return new ActionableError(
    `The data folder ${folder} is in use by the process ${holder.pid}`,
    'stop that process first, or give this one another folder with DATA_DIR',
  );
}

function isErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
