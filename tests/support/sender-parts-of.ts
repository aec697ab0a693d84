import { v7 } from 'uuid';
import { Pace } from '../../src/delivery/pace.ts';
import type { Post, SenderParts } from '../../src/delivery/sender-parts.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { createRenderers } from '../../src/slack/renderers.ts';
import type { Context } from '../../src/usecases/context.ts';
import { findBackAt } from '../../src/usecases/find-back-at.ts';

/** A sender with the bot's own renderers that keeps to no pace. */
export function senderPartsOf(context: Context, post: Post): SenderParts {
  const { database, log, machineNow } = context;
  return {
    database,
    renderers: createRenderers(context).deliveries,
    findBackAt: (...asked) => findBackAt(context, ...asked),
    post,
    askStanding: async () => ({ standing: 'taken' }),
    pace: new Pace(database, {
      method: 'chat.postMessage',
      perMinute: 60_000,
      burst: 100,
      channelIntervalMs: 0,
      recoveryMs: 0,
    }),
    timings: DELIVERY_TIMINGS,
    log,
    processId: '01a00000-0000-7000-8000-000000000000',
    machineNow,
    now: context.now,
    random: () => 0.5,
    newId: () => v7(),
  };
}
