import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { claimDeliveries } from '../storage/deliveries/claim-deliveries.ts';
import { type DeliveryMove, moveDelivery } from '../storage/deliveries/move-delivery.ts';
import { backoffMs, LAST_ATTEMPT } from './backoff.ts';
import { classifyError } from './classify-error.ts';
import { renderBatch } from './render-batch.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';

/** Small, because a process that dies leaves its whole batch uncertain. */
const BATCH = 10;

/** Longer waits than this put a delivery back instead of holding its claim. */
const LONGEST_WAIT_MS = 5_000;

/** Sends what is queued for a workspace, batch after batch, until nothing is left or `signal` stops it. */
export async function sendQueued(
  parts: SenderParts,
  workspaceId: string,
  signal: AbortSignal,
): Promise<number> {
  let sent = 0;
  while (!signal.aborted) {
    const deliveries = await claimDeliveries(parts.database.prisma, {
      workspaceId,
      claimedBy: parts.processId,
      machineNow: parts.machineNow(),
      limit: BATCH,
    });
    if (deliveries.length === 0) break;
    sent += await sendBatch(parts, workspaceId, deliveries, signal);
  }
  return sent;
}

async function sendBatch(
  parts: SenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
  signal: AbortSignal,
): Promise<number> {
  const messages = await renderBatch(parts, workspaceId, deliveries);
  let sent = 0;
  for (const delivery of deliveries) {
    const move = signal.aborted
      ? release(delivery)
      : await deliver(parts, delivery, messages.get(delivery.subjectId), signal);
    await moveDelivery(parts.database.prisma, move, parts.machineNow());
    if (move.to === 'sent') sent += 1;
  }
  return sent;
}

async function deliver(
  parts: SenderParts,
  delivery: Delivery,
  message: RenderedMessage | Error | undefined,
  signal: AbortSignal,
): Promise<DeliveryMove> {
  if (message === undefined) return cancel(delivery);
  return message instanceof Error
    ? retryLater(parts, delivery, message.message)
    : await postOne(parts, delivery, message, signal);
}

async function postOne(
  parts: SenderParts,
  delivery: Delivery,
  message: RenderedMessage,
  signal: AbortSignal,
): Promise<DeliveryMove> {
  const { workspaceId, deliveryId, kind } = delivery;
  const now = parts.machineNow().getTime();
  const waitMs = parts.pace.reserve(workspaceId, now, LONGEST_WAIT_MS);
  if (waitMs > LONGEST_WAIT_MS) return postpone(parts, delivery, 'ratelimited', waitMs);
  const channelWaitMs = parts.channelPace.reserve(`${workspaceId} ${delivery.recipient}`, now);
  try {
    await pause(Math.max(waitMs, channelWaitMs), undefined, { signal });
  } catch {
    return release(delivery);
  }
  try {
    const posted = await parts.post(delivery, message, signal);
    return { workspaceId, deliveryId, to: 'sent', message: posted };
  } catch (error) {
    const { outcome, reason, retryAfterSeconds } = classifyError(error);
    parts.log.warn({ workspaceId, deliveryId, kind, outcome, reason }, 'a message was not delivered');
    if (retryAfterSeconds !== undefined) {
      parts.pace.holdBack(workspaceId, parts.machineNow().getTime(), retryAfterSeconds);
      return postpone(parts, delivery, reason, retryAfterSeconds * 1_000);
    }
    if (outcome === 'unknown') return { workspaceId, deliveryId, to: 'uncertain', reason };
    if (outcome === 'permanent') return { workspaceId, deliveryId, to: 'failed', reason };
    return retryLater(parts, delivery, reason);
  }
}

/** Backs off, until the last attempt has failed. */
function retryLater(
  { machineNow, random }: SenderParts,
  { workspaceId, deliveryId, attempts }: Delivery,
  reason: string,
): DeliveryMove {
  if (attempts >= LAST_ATTEMPT) return { workspaceId, deliveryId, to: 'failed', reason };
  const availableAt = new Date(machineNow().getTime() + backoffMs(attempts, random()));
  return { workspaceId, deliveryId, to: 'queued', reason, availableAt };
}

/** Put back for later; being told to wait is no attempt. */
function postpone(
  { machineNow }: SenderParts,
  { workspaceId, deliveryId }: Delivery,
  reason: string,
  waitMs: number,
): DeliveryMove {
  const availableAt = new Date(machineNow().getTime() + waitMs);
  return { workspaceId, deliveryId, to: 'queued', reason, availableAt, attemptReturned: true };
}

function cancel({ workspaceId, deliveryId }: Delivery): DeliveryMove {
  return { workspaceId, deliveryId, to: 'cancelled', reason: 'nothing-to-say' };
}

function release({ workspaceId, deliveryId }: Delivery): DeliveryMove {
  return { workspaceId, deliveryId, to: 'queued', reason: 'stopping', attemptReturned: true };
}
