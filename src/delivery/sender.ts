import type { Delivery } from '../domain/delivery/delivery.ts';
import { abandonClaims } from '../storage/deliveries/abandon-claims.ts';
import { claimDeliveries } from '../storage/deliveries/claim-deliveries.ts';
import { cancel, conclude, hold, postpone, retryLater } from './moves.ts';
import { type PlannedPost, postOne } from './post-one.ts';
import { type Rendered, renderBatch } from './render-batch.ts';
import type { SenderParts } from './sender-parts.ts';

/** Small, because a process that dies leaves its whole batch uncertain. */
const LARGEST_BATCH = 10;

/** What is left after a turn: nothing now, more at once, or more after so many milliseconds. */
export interface Turn {
  readonly sent: number;
  readonly next: 'nothing' | 'more' | { readonly afterMs: number };
}

/**
 * Sends what is queued for a workspace, batch after batch, until nothing is left, the turn is over or `signal` stops
 * it.
 */
export async function sendTurn(parts: SenderParts, workspaceId: string, signal: AbortSignal): Promise<Turn> {
  const { machineNow, now, timings, pace, database } = parts;
  const begins = machineNow().getTime();
  const { oldestLeft } = await abandonClaims(
    database.prisma,
    new Date(begins - timings.leaseMs),
    workspaceId,
  );
  let sent = 0;
  while (!signal.aborted) {
    const heldMs = pace.heldForMs(workspaceId, machineNow());
    if (heldMs > 0) return { sent, next: { afterMs: heldMs } };
    if (machineNow().getTime() - begins >= timings.turnMs) return { sent, next: 'more' };
    const deliveries = await claimDeliveries(database.prisma, {
      workspaceId,
      claimedBy: parts.processId,
      machineNow: machineNow(),
      now: now(),
      limit: batchSize(parts),
    });
    if (deliveries.length === 0) {
      // Others hold claims: should they have died, somebody looks as soon as their leases are over.
      if (oldestLeft === undefined) break;
      const leftMs = oldestLeft.getTime() + timings.leaseMs - machineNow().getTime();
      return { sent, next: { afterMs: Math.max(1, leftMs + 1) } };
    }
    const batch = await sendBatch(parts, workspaceId, deliveries, signal);
    sent += batch.sent;
    if (batch.waitMs > 0) return { sent, next: { afterMs: batch.waitMs } };
  }
  return { sent, next: 'nothing' };
}

/** As many as go out within the span of a batch at this pace, and never so many that a death leaves much uncertain. */
function batchSize({ pace, timings }: SenderParts): number {
  return Math.min(LARGEST_BATCH, Math.max(1, Math.floor(timings.batchSpanMs / pace.rate.intervalMs)));
}

interface BatchOutcome {
  readonly sent: number;
  /** What was put back makes sense again after this long; 0 when nothing was. */
  readonly waitMs: number;
}

async function sendBatch(
  parts: SenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
  signal: AbortSignal,
): Promise<BatchOutcome> {
  const claimedAt = parts.machineNow().getTime();
  const rendered = await renderBatch(parts, workspaceId, deliveries);
  const messages = await setAside(parts, workspaceId, deliveries, rendered);
  let sent = 0;
  let waitMs = 0;
  for (const round of roundsOf(messages)) {
    const outcome = await sendRound(parts, workspaceId, round, claimedAt, signal);
    sent += outcome.sent;
    waitMs = Math.max(waitMs, outcome.waitMs);
  }
  return { sent, waitMs };
}

type Written = Pick<PlannedPost, 'delivery' | 'message'>;

/**
 * Concludes what has nothing to say any more, has to wait or could not be rendered, and answers what is to be posted.
 */
async function setAside(
  parts: SenderParts,
  workspaceId: string,
  deliveries: readonly Delivery[],
  rendered: ReadonlyMap<string, Rendered>,
): Promise<Written[]> {
  const messages: Written[] = [];
  const skipped: Record<string, number> = {};
  let held = 0;
  for (const delivery of deliveries) {
    const message = rendered.get(delivery.deliveryId) ?? 'gone';
    if (message instanceof Error) {
      await conclude(parts, delivery, retryLater(parts, delivery, message.message));
    } else if (typeof message === 'string') {
      await conclude(parts, delivery, cancel(delivery, message));
      skipped[message] = (skipped[message] ?? 0) + 1;
    } else if ('heldUntil' in message) {
      await conclude(parts, delivery, hold(delivery, message.heldUntil));
      held += 1;
    } else {
      messages.push({ delivery, message });
    }
  }
  if (held > 0) {
    parts.log.info({ workspaceId, held }, 'messages wait for people who are away or off work');
  }
  if (Object.keys(skipped).length > 0) {
    parts.log.info({ workspaceId, skipped }, 'messages were not sent: they had nothing to say any more');
  }
  return messages;
}

/** Posts to different people's DMs, each at its place in the pace; puts all back where the pace is used up. */
async function sendRound(
  parts: SenderParts,
  workspaceId: string,
  round: readonly Written[],
  claimedAt: number,
  signal: AbortSignal,
): Promise<BatchOutcome> {
  const { pace, machineNow, timings } = parts;
  const recipients = round.map(({ delivery }) => delivery.recipient);
  const reserved = await pace.reserve(workspaceId, recipients, machineNow(), timings.longestWaitMs);
  if (reserved.outcome === 'later') {
    for (const { delivery } of round) {
      await conclude(parts, delivery, postpone(parts, delivery, 'pace', reserved.waitMs));
    }
    return { sent: 0, waitMs: reserved.waitMs };
  }
  const posts: PlannedPost[] = round.map((written, place) => ({
    ...written,
    claimedAt,
    waitMs: reserved.waitsMs[place] ?? 0,
  }));
  const outcomes = await Promise.all(posts.map((post) => postOne(parts, post, signal)));
  return { sent: outcomes.filter(({ to }) => to === 'sent').length, waitMs: 0 };
}

/** Nobody twice in a round: what goes to one DM goes one after the other. */
function roundsOf<Planned extends { readonly delivery: Delivery }>(planned: readonly Planned[]): Planned[][] {
  const rounds: Planned[][] = [];
  for (const one of planned) {
    const free = rounds.find((round) =>
      round.every(({ delivery }) => delivery.recipient !== one.delivery.recipient),
    );
    if (free === undefined) rounds.push([one]);
    else free.push(one);
  }
  return rounds;
}
