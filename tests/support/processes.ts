import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { z } from 'zod';

const readyMessage = z.object({ url: z.string() });

/** A child that said where it listens. */
export interface RunningProcess {
  readonly url: string;
  /** Sends it a message and waits for its answer; one at a time. */
  ask(question: object): Promise<unknown>;
  /** Ends it with a signal and waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const READY_WITHIN_MS = 180_000;

/** Starts a module with Node; its output is appended to `logFile`. */
export async function startProcess(
  module: URL,
  args: readonly string[],
  logFile: string,
  execArgv: readonly string[] = [],
): Promise<RunningProcess> {
  const log = openSync(logFile, 'a');
  const child = fork(module, [...args], {
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: [...execArgv],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  const { url } = await ready(child, module, logFile);
  return {
    url,
    ask: async (question) => {
      const answered = once(child, 'message');
      child.send(question);
      const [answer] = await answered;
      return answer;
    },
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

async function ready(child: ChildProcess, module: URL, logFile: string): Promise<{ url: string }> {
  const tooLate = AbortSignal.timeout(READY_WITHIN_MS);
  const said = once(child, 'message', { signal: tooLate }).then(([message]) => readyMessage.parse(message));
  const ended = once(child, 'exit', { signal: tooLate }).then(() => {
    throw new Error(`${module.pathname} ended before it was ready: see ${logFile}`);
  });
  return await Promise.race([said, ended]);
}
