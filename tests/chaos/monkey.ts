import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresCluster } from '../support/postgres-cluster.ts';
import type { AppFleet } from './app-fleet.ts';
import type { Random } from './random.ts';
import type { SlackControl } from './slack-control.ts';

/** What breaks in one week of a run: so many processes killed, perhaps one stopped politely, perhaps the database. */
export interface Mischief {
  readonly kills: number;
  readonly isRolling: boolean;
  readonly isDatabaseRestarted: boolean;
}

/** Spreads `kills` over the weeks; a polite restart in every other week, the database's in every third. */
export function planMischief(kills: number, weeks: number): Mischief[] {
  return Array.from({ length: weeks }, (_, week) => ({
    kills: Math.floor((kills * (week + 1)) / weeks) - Math.floor((kills * week) / weeks),
    isRolling: week % 2 === 1,
    isDatabaseRestarted: week % 3 === 1,
  }));
}

const PROCESSES = [0, 1] as const;
/** Between two acts at most; a message leaves every 250 ms. */
const LONGEST_PAUSE_MS = 1_800;

/** Half of all messages are accepted well before the app hears of it: whoever dies then leaves them in doubt. */
const LATENCY = { method: 'chat.postMessage', kind: 'slow', rate: 0.5, slow_ms: 400 } as const;

/** Does the mischief of a week while its messages go out: both processes may be dead at once, and the database too. */
export async function makeMischief(
  { kills, isRolling, isDatabaseRestarted }: Mischief,
  fleet: AppFleet,
  database: PostgresCluster,
  random: Random,
): Promise<void> {
  /** What happens to one process happens to it one after the other. */
  const restarts = new Map<number, Promise<void>>();
  const restart = (index: number, signal: 'SIGKILL' | 'SIGTERM', downMs: number) => {
    const restarted = (restarts.get(index) ?? Promise.resolve()).then(async () => {
      await fleet.end(index, signal);
      await pause(downMs);
      await fleet.start(index);
    });
    restarts.set(index, restarted);
    return restarted;
  };
  const acts: (() => Promise<unknown>)[] = Array.from({ length: kills }, () => async () => {
    void restart(random.pick(PROCESSES), 'SIGKILL', random.whole(0, LONGEST_PAUSE_MS));
  });
  if (isRolling) {
    acts.splice(random.whole(0, acts.length), 0, async () => {
      for (const index of PROCESSES) await restart(index, 'SIGTERM', 0);
    });
  }
  if (isDatabaseRestarted) {
    acts.splice(random.whole(0, acts.length), 0, async () => {
      await database.stop(random.pick(['fast', 'immediate']));
      await pause(random.whole(0, LONGEST_PAUSE_MS));
      await database.start();
    });
  }
  for (const act of acts) {
    await pause(random.whole(0, LONGEST_PAUSE_MS));
    await act();
  }
  await Promise.all(restarts.values());
}

const FAULTY = [
  'chat.postMessage',
  'chat.postMessage',
  'chat.update',
  'response_url',
  'conversations.history',
];
const KINDS = ['429', '500', 'reset', 'timeout-after', 'slow'] as const;
const BETWEEN_FAULTS_MS = 700;

/** Puts a fault on now and then, until `signal` aborts. */
export async function putFaults(slack: SlackControl, random: Random, signal: AbortSignal): Promise<void> {
  await slack.putFault(LATENCY);
  while (!signal.aborted) {
    await slack.putFault({
      method: random.pick(FAULTY),
      kind: random.pick(KINDS),
      times: random.whole(1, 2),
    });
    await pause(random.whole(1, 2 * BETWEEN_FAULTS_MS), undefined, { signal }).catch(() => {});
  }
}
