import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, DeliveryKind } from '../domain/delivery/delivery.ts';
import type { Log } from '../log.ts';
import type { Database } from '../storage/database.ts';
import { claimDeliveries } from '../storage/deliveries/claim-deliveries.ts';
import { type DeliveryMove, moveDelivery } from '../storage/deliveries/move-delivery.ts';
import { backoffMs, LAST_ATTEMPT } from './backoff.ts';
import { classifyError } from './classify-error.ts';
import type { Pace } from './pace.ts';

/** A message as Slack takes it. */
export interface RenderedMessage {
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
}

/**
 * Renders deliveries of one kind from current state, all of a batch at once: subject id → message. A subject
 * that is absent has nothing to say any more, and its delivery is cancelled.
 */
export type Renderer = (
  workspaceId: string,
  subjectIds: readonly string[],
) => Promise<Map<string, RenderedMessage>>;

/** Posts to a person's DM; the delivery id travels as message metadata. */
export type Post = (
  delivery: Delivery,
  message: RenderedMessage,
  signal: AbortSignal,
) => Promise<{ channel: string; ts: string }>;

export interface SenderParts {
  readonly database: Database;
  readonly renderers: Record<DeliveryKind, Renderer>;
  readonly post: Post;
  readonly pace: Pace;
  readonly log: Log;
  /** Identifies this process in claims. */
  readonly processId: string;
  readonly machineNow: () => Date;
  readonly random: () => number;
}

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
  const messages = new Map<string, RenderedMessage>();
  for (const [kind, ofKind] of Map.groupBy(deliveries, (delivery) => delivery.kind)) {
    const rendered = await parts.renderers[kind](
      workspaceId,
      ofKind.map(({ subjectId }) => subjectId),
    );
    for (const [subjectId, message] of rendered) messages.set(subjectId, message);
  }
  let sent = 0;
  for (const delivery of deliveries) {
    const message = messages.get(delivery.subjectId);
    const move = signal.aborted
      ? release(delivery)
      : message === undefined
        ? cancel(delivery)
        : await postOne(parts, delivery, message, signal);
    await moveDelivery(parts.database.prisma, move, parts.machineNow());
    if (move.to === 'sent') sent += 1;
  }
  return sent;
}

async function postOne(
  parts: SenderParts,
  delivery: Delivery,
  message: RenderedMessage,
  signal: AbortSignal,
): Promise<DeliveryMove> {
  const { workspaceId, deliveryId, kind } = delivery;
  const waitMs = parts.pace.reserve(workspaceId, parts.machineNow().getTime(), LONGEST_WAIT_MS);
  if (waitMs > LONGEST_WAIT_MS) return postpone(parts, delivery, 'ratelimited', waitMs);
  try {
    await pause(waitMs, undefined, { signal });
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
    if (outcome === 'permanent' || delivery.attempts >= LAST_ATTEMPT) {
      return { workspaceId, deliveryId, to: 'failed', reason };
    }
    const availableAt = new Date(parts.machineNow().getTime() + backoffMs(delivery.attempts, parts.random()));
    return { workspaceId, deliveryId, to: 'queued', reason, availableAt };
  }
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
