import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { DeliveryMove } from '../storage/deliveries/move-delivery.ts';
import { LAST_ATTEMPT } from './backoff.ts';
import { classifyError, type Verdict } from './classify-error.ts';
import { holdBackAfter } from './hold-back-after.ts';
import { conclude, fail, postpone, release, retryLater, sent, uncertain } from './moves.ts';
import type { RenderedMessage, SenderParts } from './sender-parts.ts';
import { suspendIfRefused } from './troubles.ts';

/** A delivery in hand: its message, when it was claimed (epoch ms) and how long until its place in the pace. */
export interface PlannedPost {
  readonly delivery: Delivery;
  readonly message: RenderedMessage;
  readonly claimedAt: number;
  readonly waitMs: number;
}

/** Waits for its place, posts, writes down what became of it, and answers it. */
export async function postOne(
  parts: SenderParts,
  planned: PlannedPost,
  signal: AbortSignal,
): Promise<DeliveryMove> {
  const move = await attempt(parts, planned, signal);
  await conclude(parts, planned.delivery, move);
  return move;
}

async function attempt(
  parts: SenderParts,
  { delivery, message, claimedAt, waitMs }: PlannedPost,
  signal: AbortSignal,
): Promise<DeliveryMove> {
  const { machineNow, timings, pace } = parts;
  const { workspaceId } = delivery;
  if (waitMs > timings.longestWaitMs + 2 * timings.batchSpanMs)
    return postpone(parts, delivery, 'pace', waitMs);
  if (waitMs > 0) await pause(waitMs, undefined, { signal }).catch(() => {});
  if (signal.aborted) return release(delivery, 'stopping');
  const now = machineNow();
  const heldMs = pace.heldForMs(workspaceId, now);
  if (heldMs > 0) return postpone(parts, delivery, 'ratelimited', heldMs);
  // A process that was held up may have lost its claim by now: it must not post what others look after.
  if (now.getTime() - claimedAt > timings.leaseMs - timings.callMs)
    return retryLater(parts, delivery, 'too-late');
  try {
    return sent(
      delivery,
      await withinGrace(postOrEstablished(parts, delivery, message), signal, timings.stopGraceMs),
    );
  } catch (error) {
    return await afterError(parts, delivery, error);
  }
}

/** A newer block that this workspace does not have yet is left out, once. */
async function postOrEstablished(
  { post, log, pace, machineNow }: SenderParts,
  delivery: Delivery,
  { established, ...message }: RenderedMessage,
): Promise<{ channel: string; ts: string }> {
  try {
    return await post(delivery, message);
  } catch (error) {
    if (established === undefined || classifyError(error).reason !== 'invalid_blocks') throw error;
    const { workspaceId, deliveryId, kind, recipient } = delivery;
    log.info({ workspaceId, deliveryId, kind }, 'a newer block was refused: sent again without it');
    // A refused call counts in Slack's rates as well; what nobody has claimed yet makes room.
    await pace.take(workspaceId, recipient, machineNow());
    await pause(pace.settings.channelIntervalMs);
    return await post(delivery, established);
  }
}

/** When the process stops, what is in flight has its grace; after it nobody knows the outcome. */
async function withinGrace<T>(work: Promise<T>, signal: AbortSignal, graceMs: number): Promise<T> {
  const settled = new AbortController();
  const graceOver = new Promise<never>((_, reject) => {
    const begin = () =>
      pause(graceMs, undefined, { signal: settled.signal, ref: false }).then(
        () => reject(new Error('the process stopped before Slack answered')),
        () => {},
      );
    if (signal.aborted) void begin();
    else signal.addEventListener('abort', () => void begin(), { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([work, graceOver]);
  } finally {
    settled.abort();
  }
}

async function afterError(parts: SenderParts, delivery: Delivery, error: unknown): Promise<DeliveryMove> {
  const verdict = classifyError(error);
  const { workspaceId, deliveryId, kind } = delivery;
  const { outcome, reason } = verdict;
  parts.log.warn({ workspaceId, deliveryId, kind, outcome, reason }, 'a message was not delivered');
  return await moveAfter(parts, delivery, verdict);
}

async function moveAfter(parts: SenderParts, delivery: Delivery, verdict: Verdict): Promise<DeliveryMove> {
  const { reason } = verdict;
  if (verdict.outcome === 'unknown') return uncertain(delivery, reason);
  if (verdict.outcome === 'permanent') {
    if (verdict.concerns !== 'workspace') return fail(delivery, reason);
    const standing = await suspendIfRefused(parts, delivery.workspaceId);
    if (standing === 'unknown') return retryLater(parts, delivery, reason);
    return standing === 'refused' ? release(delivery, reason) : fail(delivery, reason);
  }
  const seconds = await holdBackAfter(parts.pace, delivery.workspaceId, verdict, parts.machineNow);
  if (seconds !== undefined) return postpone(parts, delivery, reason, seconds * 1_000);
  return retryLater(parts, delivery, reason, LAST_ATTEMPT[verdict.isOutage ? 'outage' : 'refusal']);
}
