import { setTimeout as pause } from 'node:timers/promises';
import { findUncertain, type UncertainDelivery } from '../storage/deliveries/find-deliveries.ts';
import type { DeliveryMove } from '../storage/deliveries/move-delivery.ts';
import { LAST_ATTEMPT } from './backoff.ts';
import { classifyError } from './classify-error.ts';
import { holdBackAfter } from './hold-back-after.ts';
import { conclude } from './moves.ts';
import type { Pace } from './pace.ts';
import type { SenderParts } from './sender-parts.ts';

/** Looks for a delivery by its id in the part of the DM's history that is not older than `since`, by Slack's clock. */
export type FindPosted = (
  delivery: Pick<UncertainDelivery, 'recipient' | 'deliveryId'> & { readonly since: Date },
) => Promise<{ channel: string; ts: string } | undefined>;

export interface ReconcileParts
  extends Pick<SenderParts, 'database' | 'log' | 'machineNow' | 'now' | 'timings' | 'newId'> {
  readonly findPosted: FindPosted;
  /** For reading histories. */
  readonly historyPace: Pace;
}

const BATCH = 20;

/** Without the right to read histories nobody can know: https://docs.slack.dev/reference/scopes/im.history. */
const NO_HISTORY = new Set(['missing_scope', 'no_permission', 'method_not_supported_for_channel_type']);

/**
 * Settles what is uncertain in a workspace, once the settling time is over: a message found in the DM's history by
 * its metadata is adopted, one that is absent is queued again, or has failed after its last attempt. One whose
 * history cannot be read stays uncertain and is looked at next time; where the app may read no histories at all it
 * is sent again, and a duplicate is harmless: both messages show the same check-in, and the older says so.
 */
export async function reconcile(
  parts: ReconcileParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<void> {
  const { machineNow, timings, historyPace, database } = parts;
  // Whatever left, left before its claim's lease was over: the settling time begins there.
  const settledBefore = new Date(machineNow().getTime() - timings.leaseMs - timings.settlingMs);
  const uncertain = await findUncertain(database.prisma, workspaceId, settledBefore, BATCH);
  for (const delivery of uncertain) {
    const { recipient } = delivery;
    const reserved = await historyPace.reserve(workspaceId, [recipient], machineNow(), timings.longestWaitMs);
    if (reserved.outcome === 'later') return;
    await pause(reserved.waitsMs[0] ?? 0, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    await settle(parts, delivery);
  }
}

async function settle(parts: ReconcileParts, delivery: UncertainDelivery): Promise<void> {
  const { workspaceId, deliveryId } = delivery;
  const move = await look(parts, delivery);
  if (move === undefined) return;
  parts.log.info(
    { workspaceId, deliveryId, to: move.to, reason: move.reason },
    'an uncertain delivery was settled',
  );
  await conclude(parts, delivery, move);
}

async function look(parts: ReconcileParts, delivery: UncertainDelivery): Promise<DeliveryMove | undefined> {
  const { workspaceId, deliveryId, claim } = delivery;
  try {
    const message = await parts.findPosted({ ...delivery, since: historyBegins(parts, delivery) });
    if (message !== undefined) return { workspaceId, deliveryId, claim, to: 'sent', message };
    return again(delivery, 'absent-after-settling', LAST_ATTEMPT.outage);
  } catch (error) {
    const verdict = classifyError(error);
    if (verdict.outcome === 'permanent') {
      if (NO_HISTORY.has(verdict.reason)) return again(delivery, 'no-history', LAST_ATTEMPT.unseen);
      if (verdict.concerns === 'member') {
        return { workspaceId, deliveryId, claim, to: 'failed', reason: verdict.reason };
      }
    }
    await holdBackAfter(parts.historyPace, workspaceId, verdict, parts.machineNow);
    parts.log.warn(
      { workspaceId, deliveryId, reason: verdict.reason },
      'a history could not be read; it is looked at again later',
    );
    return undefined;
  }
}

/** Nothing of this attempt can be older; a margin without end is the whole history. */
function historyBegins({ timings }: ReconcileParts, { claimedAt }: UncertainDelivery): Date {
  return new Date(Math.max(0, claimedAt.getTime() - timings.clockMarginMs));
}

function again(
  { workspaceId, deliveryId, claim, attempts }: UncertainDelivery,
  reason: string,
  lastAttempt: number,
): DeliveryMove {
  return { workspaceId, deliveryId, claim, to: attempts >= lastAttempt ? 'failed' : 'queued', reason };
}
