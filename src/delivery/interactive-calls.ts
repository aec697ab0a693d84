import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { callUpdate } from './call-update.ts';
import { classifyError } from './classify-error.ts';
import { holdBackAfter } from './hold-back-after.ts';
import type { Pace } from './pace.ts';

/** Calls that somebody is waiting for. */
export interface InteractiveCalls {
  /**
   * Posts to a person's DM at once; what nobody waits for makes room for it. Where Slack says to wait, everything
   * waits, and this is tried once more. Throws what the call throws.
   */
  post<Answer>(workspaceId: string, recipient: string, call: () => Promise<Answer>): Promise<Answer>;
  /**
   * Shows somebody their Home at once; where Slack says to wait, this is tried once more. Throws what the call throws.
   */
  publish<Answer>(workspaceId: string, call: () => Promise<Answer>): Promise<Answer>;
  /**
   * Changes a message at once; what nobody waits for makes room for it. Throws while Slack wants none, what the call
   * throws, and `UnansweredError` when nobody knows whether it was changed.
   */
  update<Answer>(workspaceId: string, call: () => Promise<Answer>): Promise<Answer>;
}

/** Somebody who waits longer than this asks again. */
const LONGEST_WAIT_MS = 30_000;

/** Calls that somebody is waiting for, beside the bulk; `signal` says that the process stops. */
export function interactiveCalls(parts: {
  readonly posts: Pace;
  readonly updates: Pace;
  readonly publishes: Pace;
  readonly machineNow: () => Date;
  readonly log: Log;
  readonly signal: AbortSignal;
}): InteractiveCalls {
  const { posts, updates, publishes, machineNow, log, signal } = parts;

  /** Takes its place in the budget, which is no reason to keep anybody waiting: the database may be away. */
  const take = async (pace: Pace, workspaceId: string, recipient: string) => {
    await pace.take(workspaceId, recipient, machineNow()).catch((error: unknown) => {
      log.warn({ workspaceId, err: error }, 'a call that somebody waits for could not be counted');
    });
  };

  const untilTaken = async (pace: Pace, workspaceId: string) => {
    const heldMs = pace.heldForMs(workspaceId, machineNow());
    if (heldMs > LONGEST_WAIT_MS) throw new Error(`Slack wants nothing for ${heldMs} ms`);
    if (heldMs > 0) await pause(heldMs, undefined, { signal });
  };

  const atOnce = async <Answer>(
    pace: Pace,
    workspaceId: string,
    recipient: string,
    call: () => Promise<Answer>,
  ): Promise<Answer> => {
    await take(pace, workspaceId, recipient);
    for (let isLast = false; ; isLast = true) {
      await untilTaken(pace, workspaceId);
      try {
        return await call();
      } catch (error) {
        const seconds = await holdBackAfter(pace, workspaceId, classifyError(error), machineNow);
        if (isLast || seconds === undefined) throw error;
      }
    }
  };

  return {
    post: (workspaceId, recipient, call) => atOnce(posts, workspaceId, recipient, call),
    publish: (workspaceId, call) => atOnce(publishes, workspaceId, '', call),
    update: async (workspaceId, call) => {
      const heldMs = updates.heldForMs(workspaceId, machineNow());
      if (heldMs > 0) throw new Error(`Slack wants no chat.update for ${heldMs} ms`);
      await take(updates, workspaceId, '');
      return await callUpdate({ pace: updates, machineNow }, workspaceId, call);
    },
  };
}
