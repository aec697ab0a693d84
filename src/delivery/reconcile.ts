import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import { findUncertain, type UncertainDelivery } from '../storage/deliveries/find-deliveries.ts';
import { type DeliveryMove, moveDelivery } from '../storage/deliveries/move-delivery.ts';
import { LAST_ATTEMPT } from './backoff.ts';

/**
 * How long after a request left with an unknown outcome the DM's history is believed. Slack documents nothing
 * about how soon a message is visible; two minutes is our assumption.
 */
export const SETTLING_MS = 120_000;

/** A DM's history reaches this far back when a message is looked for. */
export type FindPosted = (
  delivery: UncertainDelivery,
) => Promise<{ channel: string; ts: string } | undefined>;

const BATCH = 20;

/**
 * Settles what is uncertain: a message found in the DM's history by its metadata is adopted, one that is absent
 * is queued again, or has failed after its last attempt. One whose history cannot be read stays uncertain and is looked at next time.
 */
export async function reconcile(parts: {
  readonly database: Database;
  readonly findPosted: FindPosted;
  readonly log: Log;
  readonly machineNow: () => Date;
}): Promise<void> {
  const now = parts.machineNow();
  const uncertain = await findUncertain(parts.database.prisma, new Date(now.getTime() - SETTLING_MS), BATCH);
  for (const delivery of uncertain) {
    const { workspaceId, deliveryId } = delivery;
    try {
      const move = moveFor(delivery, await parts.findPosted(delivery));
      await moveDelivery(parts.database.prisma, move, now);
    } catch (error) {
      parts.log.warn(
        { workspaceId, deliveryId, err: error },
        'the history could not be read; looked at again later',
      );
    }
  }
}

function moveFor(
  { workspaceId, deliveryId, attempts }: UncertainDelivery,
  message: { channel: string; ts: string } | undefined,
): DeliveryMove {
  if (message !== undefined) return { workspaceId, deliveryId, to: 'sent', message };
  const reason = 'absent-after-settling';
  return { workspaceId, deliveryId, to: attempts >= LAST_ATTEMPT ? 'failed' : 'queued', reason };
}
