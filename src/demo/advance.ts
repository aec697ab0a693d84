import { setTimeout as pause } from 'node:timers/promises';
import { max } from 'date-fns';
import type { App } from '../app.ts';
import { sendTurn } from '../delivery/sender.ts';
import { countPending } from '../storage/deliveries/find-deliveries.ts';
import { findNextDue } from '../storage/people/next-due.ts';
import type { DemoClock } from './demo-clock.ts';

/**
 * Plays everything due up to `target`, instant by instant, then stands at `target` with nothing left to send.
 * `meanwhile` is what happens between one instant and the next; it may move the clock up to it.
 */
export async function advanceTo(
  app: DemoApp,
  clock: DemoClock,
  target: Date,
  meanwhile: (until: Date) => Promise<void> = async () => {},
): Promise<void> {
  const playUntil = async (instant: Date) => {
    await meanwhile(instant);
    clock.moveTo(max([instant, clock.now()]));
    await app.tick();
    await untilSent(app);
  };
  for (;;) {
    const due = await findNextDue(app.context.database.prisma);
    if (due === undefined || due > target) break;
    await playUntil(due);
  }
  await playUntil(target);
}

/** What the demo needs of the running bot. */
export type DemoApp = Pick<App, 'context' | 'sender' | 'workspaceId' | 'tick'>;

const GIVE_UP_AFTER_MS = 60_000;

/** The workers of the job engine may hold some of it: what they have claimed is waited for. */
async function untilSent({ context, sender, workspaceId }: DemoApp): Promise<void> {
  const giveUp = AbortSignal.timeout(GIVE_UP_AFTER_MS);
  for (;;) {
    await sendTurn(sender, workspaceId, giveUp);
    if ((await countPending(context.database.prisma, context.now())) === 0 || giveUp.aborted) return;
    await pause(20);
  }
}
