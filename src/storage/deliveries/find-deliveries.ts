import { z } from 'zod';
import type { Queryable } from '../database.ts';

const workspaceRow = z.object({ workspace_id: z.string() });

/**
 * The workspaces that have something to send now: what the tick wakes the sender for, should a wake-up be lost. What
 * waits for somebody who is away at the business time `now` is nothing to send.
 */
export async function findWorkspacesToWake(
  db: Queryable,
  { machineNow, now }: { readonly machineNow: Date; readonly now: Date },
): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT DISTINCT d.workspace_id
      FROM delivery d
      JOIN workspace w ON w.workspace_id = d.workspace_id AND w.suspended_at IS NULL
     WHERE d.state = 'queued' AND d.available_at <= ${machineNow}::timestamptz
       AND (d.held_until IS NULL OR d.held_until <= ${now}::timestamptz)`;
  return rows.map((row) => workspaceRow.parse(row).workspace_id);
}

/** How many deliveries are queued or on their way, without those that wait for somebody who is away at `now`. */
export async function countPending(db: Queryable, now: Date): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT count(*)::int AS pending
      FROM delivery
     WHERE state IN ('queued', 'sending') AND (held_until IS NULL OR held_until <= ${now}::timestamptz)`;
  return z.array(z.object({ pending: z.int() })).parse(rows)[0]?.pending ?? 0;
}

export interface UncertainDelivery {
  readonly workspaceId: string;
  readonly deliveryId: string;
  readonly recipient: string;
  readonly attempts: number;
  /** The number of the claim whose outcome nobody knows. */
  readonly claim: number;
  /** When it was taken to be sent, in the machine's time: the request left after that. */
  readonly claimedAt: Date;
}

const uncertainRow = z
  .object({
    workspace_id: z.string(),
    delivery_id: z.string(),
    slack_user_id: z.string(),
    attempts: z.int(),
    claim_number: z.int(),
    claimed_at: z.date(),
  })
  .transform(
    (row): UncertainDelivery => ({
      workspaceId: row.workspace_id,
      deliveryId: row.delivery_id,
      recipient: row.slack_user_id,
      attempts: row.attempts,
      claim: row.claim_number,
      claimedAt: row.claimed_at,
    }),
  );

/**
 * A workspace's uncertain deliveries that were claimed before `claimedBefore`: old enough for the history to show
 * them. In any order, so that some whose history cannot be read hold up no others; none while Slack refuses the bot.
 */
export async function findUncertain(
  db: Queryable,
  workspaceId: string,
  claimedBefore: Date,
  limit: number,
): Promise<UncertainDelivery[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT d.workspace_id, d.delivery_id, m.slack_user_id, d.attempts, d.claim_number, d.claimed_at
      FROM delivery d
      JOIN member m ON m.workspace_id = d.workspace_id AND m.member_id = d.member_id
      JOIN workspace w ON w.workspace_id = d.workspace_id AND w.suspended_at IS NULL
     WHERE d.workspace_id = ${workspaceId} AND d.state = 'uncertain' AND d.claimed_at < ${claimedBefore}::timestamptz
     ORDER BY random()
     LIMIT ${limit}`;
  return rows.map((row) => uncertainRow.parse(row));
}

/**
 * Whatever is queued for a workspace counts as sent: it belongs to a past that was made up, and nobody is to see it.
 */
export async function countAsSent(db: Queryable, workspaceId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE delivery SET state = 'sent', reason = NULL, sent_at = created_at, reached_at = created_at
     WHERE workspace_id = ${workspaceId} AND state = 'queued'`;
}
