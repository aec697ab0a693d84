import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, NothingToSay } from '../domain/delivery/delivery.ts';
import { type DeliveryMove, moveDelivery } from '../storage/deliveries/move-delivery.ts';
import { backoffMs, LAST_ATTEMPT } from './backoff.ts';
import type { SenderParts } from './sender-parts.ts';
import { noteFailure } from './troubles.ts';

function from({ workspaceId, deliveryId, claim }: Delivery) {
  return { workspaceId, deliveryId, claim };
}

export function cancel(delivery: Delivery, reason: NothingToSay): DeliveryMove {
  return { ...from(delivery), to: 'cancelled', reason };
}

export function sent(delivery: Delivery, message: { channel: string; ts: string }): DeliveryMove {
  return { ...from(delivery), to: 'sent', message };
}

export function uncertain(delivery: Delivery, reason: string): DeliveryMove {
  return { ...from(delivery), to: 'uncertain', reason };
}

export function fail(delivery: Delivery, reason: string): DeliveryMove {
  return { ...from(delivery), to: 'failed', reason };
}

/** Put back as it was: nothing was tried. */
export function release(delivery: Delivery, reason: string): DeliveryMove {
  return { ...from(delivery), to: 'queued', reason, attemptReturned: true };
}

/** Put back for later; being told to wait is no attempt. */
export function postpone(
  { machineNow }: Pick<SenderParts, 'machineNow'>,
  delivery: Delivery,
  reason: string,
  waitMs: number,
): DeliveryMove {
  return { ...release(delivery, reason), availableAt: new Date(machineNow().getTime() + waitMs) };
}

/** Put back until the business time at which whoever is away, or off work, is back; nothing was tried. */
export function hold(delivery: Delivery, heldUntil: Date): DeliveryMove {
  return { ...release(delivery, 'away'), heldUntil };
}

/** Backs off, until the last attempt has failed. */
export function retryLater(
  { machineNow, random, timings }: Pick<SenderParts, 'machineNow' | 'random' | 'timings'>,
  delivery: Delivery,
  reason: string,
  lastAttempt: number = LAST_ATTEMPT.outage,
): DeliveryMove {
  const { attempts } = delivery;
  if (attempts >= lastAttempt) return fail(delivery, reason);
  const availableAt = new Date(machineNow().getTime() + backoffMs(attempts, random(), timings));
  return { ...from(delivery), to: 'queued', reason, availableAt };
}

const KEEP_TRYING_MS = 60_000;
const TRY_EVERY_MS = 1_000;

type ConcludeParts = Pick<SenderParts, 'database' | 'machineNow' | 'now' | 'newId' | 'log'>;

/**
 * Writes a move down, also through a minute in which the database is away: what Slack answered is known here alone.
 * Where it cannot be written the claim's lease ends, and the history decides.
 */
export async function conclude(
  parts: ConcludeParts,
  delivery: Pick<Delivery, 'workspaceId' | 'deliveryId'>,
  move: DeliveryMove,
): Promise<void> {
  const { workspaceId, deliveryId } = delivery;
  const giveUpAt = parts.machineNow().getTime() + KEEP_TRYING_MS;
  for (;;) {
    try {
      if (!(await write(parts, move))) {
        parts.log.info({ workspaceId, deliveryId, to: move.to }, 'a delivery had been moved on already');
      }
      return;
    } catch (error) {
      if (parts.machineNow().getTime() >= giveUpAt) throw error;
      parts.log.warn({ workspaceId, deliveryId, to: move.to, err: error }, 'a move could not be written yet');
      await pause(TRY_EVERY_MS);
    }
  }
}

/** A message that failed for good is counted in the same transaction: nothing looks at it again. */
async function write(
  { database, machineNow, now, newId }: ConcludeParts,
  move: DeliveryMove,
): Promise<boolean> {
  const times = { machineNow: machineNow(), now: now() };
  if (move.to !== 'failed') return await moveDelivery(database.prisma, move, times);
  return await database.prisma.$transaction(async (tx) => {
    const moved = await moveDelivery(tx, move, times);
    if (moved) await noteFailure(tx, move, { machineNow: times.machineNow, newId });
    return moved;
  });
}
