import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** A PostgreSQL server of its own, which may be stopped and crashed. */
export interface PostgresCluster {
  readonly url: string;
  start(): Promise<void>;
  /** `fast` says goodbye to its clients, `immediate` is a crash. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Starts a fresh server in a temporary folder. PostgreSQL does not run as root: then the user `postgres` runs it.
 *
 * @throws when PostgreSQL's programs are not installed.
 */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const bin = await findPrograms();
  const folder = await mkdtemp(join(tmpdir(), 'competency-bot-cluster-'));
  await chmod(folder, 0o777);
  const data = join(folder, 'data');
  const port = await freePort();
  const program = async (name: string, ...args: string[]) => {
    const command = join(bin, name);
    if (process.getuid?.() !== 0) await run(command, args);
    else await run('runuser', ['-u', 'postgres', '--', command, ...args], { cwd: '/' });
  };
  const control = (...args: string[]) => program('pg_ctl', '-D', data, '-w', '-s', ...args);
  await program('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C');
  const start = () =>
    control(
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${port} -h 127.0.0.1 -k ${folder} -c timezone=Asia/Taipei`,
      'start',
    );
  await start();
  let isRunning = true;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start: async () => {
      await start();
      isRunning = true;
    },
    stop: async (mode) => {
      await control('-m', mode, 'stop');
      isRunning = false;
    },
    remove: async () => {
      if (isRunning) await control('-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the server's programs outside the PATH, by version. */
async function findPrograms(): Promise<string> {
  const versions = '/usr/lib/postgresql';
  if (existsSync(versions)) {
    const [newest] = readdirSync(versions).sort((one, other) => Number(other) - Number(one));
    if (newest !== undefined) return join(versions, newest, 'bin');
  }
  const { stdout } = await run('pg_config', ['--bindir']);
  return stdout.trim();
}
