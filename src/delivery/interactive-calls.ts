import { setTimeout as pause } from 'node:timers/promises';
import { classifyError } from './classify-error.ts';
import type { Pace } from './pace.ts';

/** Calls that somebody is waiting for. */
export interface InteractiveCalls {
  /**
   * Posts to a person's DM at once; what nobody waits for makes room for it. Where Slack says to wait, everything
   * waits, and this is tried once more. Throws what the call throws.
   */
  post<Answer>(workspaceId: string, recipient: string, call: () => Promise<Answer>): Promise<Answer>;
  /** Changes a message, if the pace has room for it now; throws otherwise, and what the call throws. */
  update<Answer>(workspaceId: string, call: () => Promise<Answer>): Promise<Answer>;
}

/** Somebody who waits longer than this asks again. */
const LONGEST_WAIT_SECONDS = 30;

export function interactiveCalls(paces: {
  readonly posts: Pace;
  readonly updates: Pace;
  readonly machineNow: () => Date;
}): InteractiveCalls {
  const { posts, updates, machineNow } = paces;
  return {
    post: async (workspaceId, recipient, call) => {
      await posts.take(workspaceId, recipient, machineNow());
      for (let isLast = false; ; isLast = true) {
        try {
          return await call();
        } catch (error) {
          const seconds = await holdBackAfter(posts, workspaceId, error, machineNow);
          if (isLast || seconds === undefined || seconds > LONGEST_WAIT_SECONDS) throw error;
          await pause(seconds * 1_000);
        }
      }
    },
    update: async (workspaceId, call) => {
      const reserved = await updates.reserve(workspaceId, [''], machineNow(), 0);
      if (reserved.outcome === 'later') throw new Error('the pace of chat.update is used up');
      try {
        return await call();
      } catch (error) {
        await holdBackAfter(updates, workspaceId, error, machineNow);
        throw error;
      }
    },
  };
}

/** When Slack said "too many" every process hears of it; answers for how many seconds. */
export async function holdBackAfter(
  pace: Pace,
  workspaceId: string,
  error: unknown,
  machineNow: () => Date,
): Promise<number | undefined> {
  const verdict = classifyError(error);
  if (verdict.outcome !== 'transient' || verdict.retryAfterSeconds === undefined) return undefined;
  await pace.holdBack(workspaceId, verdict.retryAfterSeconds, machineNow());
  return verdict.retryAfterSeconds;
}
