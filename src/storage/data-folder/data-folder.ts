/**
 * One process at a time on an embedded database: two on one PGlite folder lose rows silently.
 *
 * The holder listens on a loopback port and writes `{ pid, port, token }` to `lock-<n>.json`, created exclusively.
 * Whoever finds locks asks the port of the one with the highest number who it is: an answer with the token means
 * *in use*; a refused connection means that holder died, however it died, and the next number can be taken. The highest
 * lock is never removed or renamed: of any number of starters one gets the next number, and whoever took a number that
 * others are beyond gives it back. Pids are never trusted. The same port takes commands for the running process, so
 * that a command line can reach it.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  const claim = join(folder, `claim-${token}.json`);
  await writeFile(claim, JSON.stringify({ pid: process.pid, port: server.port, token }), { mode: 0o600 });
  try {
    await takeNextNumber(claim, folder);
  } catch (error) {
    await server.close();
    throw error;
  } finally {
    await rm(claim, { force: true });
  }
  return {
    folder,
    onCommand: (handler) => server.onCommand(handler),
    // The lock stays: nobody answers for it any more.
    release: () => server.close(),
  };
}

/** The live process that holds the folder, or undefined when nobody does. */
export async function findHolder(folder: string): Promise<Holder | undefined> {
  const [latest] = await findLocks(folder);
  const holder = latest === undefined ? undefined : await readHolder(latest.file);
  return holder !== undefined && (await probeHolder(holder)) ? holder : undefined;
}

interface Lock {
  readonly number: number;
  readonly file: string;
}

/** `link` fails when the name exists, so a lock is published whole or not at all. */
async function takeNextNumber(claim: string, folder: string): Promise<void> {
  for (;;) {
    const [latest] = await findLocks(folder);
    const holder = latest === undefined ? undefined : await readHolder(latest.file);
    if (holder !== undefined && (await probeHolder(holder))) throw inUse(folder, holder);
    const number = (latest?.number ?? 0) + 1;
    const file = join(folder, `lock-${number}.json`);
    try {
      await link(claim, file);
    } catch (error) {
      if (isErrorCode(error, 'EEXIST')) continue;
      throw error;
    }
    const [now, ...older] = await findLocks(folder);
    if (now?.number === number) {
      await Promise.all(older.map((lock) => rm(lock.file, { force: true })));
      return;
    }
    await rm(file, { force: true });
  }
}

/** Highest number first. Earlier versions had one lock, without a number. */
async function findLocks(folder: string): Promise<Lock[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isErrorCode(error, 'ENOENT')) return [];
    throw error;
  });
  return names
    .flatMap((name): Lock[] => {
      const match = /^lock(?:-(\d+))?\.json$/.exec(name);
      return match === null ? [] : [{ number: Number(match[1] ?? 0), file: join(folder, name) }];
    })
    .sort((one, other) => other.number - one.number);
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
