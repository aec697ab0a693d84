import { type RunningProcess, startProcess } from '../support/processes.ts';
import { SIGNING_SECRET } from './company.ts';
import type { SlackControl } from './slack-control.ts';

/** The processes of the app, and Slack's way to them. */
export interface AppFleet {
  /** Starts process `index`, or starts it again. */
  start(index: number): Promise<void>;
  end(index: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  stop(): Promise<void>;
}

const STARTS = 10;

/** What starts a process in production starts it again when it ends because the database is away. */
async function startSupervised(args: readonly string[], logFile: string): Promise<RunningProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startProcess(new URL('app-process.ts', import.meta.url), args, logFile);
    } catch (error) {
      if (attempt === STARTS) throw error;
    }
  }
}

export function appFleet(args: readonly string[], logFolder: string, slack: SlackControl): AppFleet {
  const processes = new Map<number, RunningProcess>();
  return {
    start: async (index) => {
      processes.set(index, await startSupervised(args, `${logFolder}/app-${index}.log`));
      await slack.connect(
        [...processes.values()].map(({ url }) => ({
          url,
          signing_secret: SIGNING_SECRET,
          ready_url: new URL('/readyz', url).href,
        })),
      );
    },
    end: async (index, signal) => {
      await processes.get(index)?.end(signal);
    },
    stop: async () => {
      await Promise.all([...processes.values()].map((process) => process.end('SIGKILL')));
    },
  };
}
