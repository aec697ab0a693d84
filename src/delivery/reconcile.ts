import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import { findUncertain, type UncertainDelivery } from '../storage/deliveries/find-deliveries.ts';
import { moveDelivery } from '../storage/deliveries/move-delivery.ts';

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
 * is queued again. One whose history cannot be read stays uncertain and is looked at next time.
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
      const message = await parts.findPosted(delivery);
      await moveDelivery(
        parts.database.prisma,
        message === undefined
          ? { workspaceId, deliveryId, to: 'queued', reason: 'absent-after-settling' }
          : { workspaceId, deliveryId, to: 'sent', message },
        now,
      );
    } catch (error) {
      parts.log.warn(
        { workspaceId, deliveryId, err: error },
        'the history could not be read; looked at again later',
      );
    }
  }
}
