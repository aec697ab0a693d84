import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const readyMessage = z.object({ url: z.string() });

/** A child that said where it listens. */
export interface RunningProcess {
  readonly url: string;
  readonly isAlive: boolean;
  /** Ends it with a signal and waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** Starts a module of this folder with Node; its output is appended to `logFile`. */
export async function startProcess(
  module: string,
  args: readonly string[],
  logFile: string,
): Promise<RunningProcess> {
  const log = openSync(logFile, 'a');
  const child = fork(join(import.meta.dirname, module), [...args], {
    stdio: ['ignore', log, log, 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const { url } = await ready(child, module, logFile);
  return {
    url,
    get isAlive() {
      return child.exitCode === null && child.signalCode === null;
    },
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

async function ready(child: ChildProcess, module: string, logFile: string): Promise<{ url: string }> {
  const tooLate = AbortSignal.timeout(READY_WITHIN_MS);
  const said = once(child, 'message', { signal: tooLate }).then(([message]) => readyMessage.parse(message));
  const ended = once(child, 'exit', { signal: tooLate }).then(() => {
    throw new Error(`${module} ended before it was ready: see ${logFile}`);
  });
  return await Promise.race([said, ended]);
}
