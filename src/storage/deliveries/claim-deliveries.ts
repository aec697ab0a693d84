import { z } from 'zod';
import { ON_TIME_MS } from '../../domain/check-in/sending-windows.ts';
import { DELIVERY_KINDS, type Delivery, SCHEDULED_KINDS } from '../../domain/delivery/delivery.ts';
import { LOCALES } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';

const deliveryRow = z
  .object({
    workspace_id: z.string(),
    delivery_id: z.string(),
    kind: z.enum(DELIVERY_KINDS),
    subject_id: z.string(),
    slack_user_id: z.string(),
    member_id: z.string(),
    may_be_away: z.boolean(),
    is_late: z.boolean(),
    locale: z.enum(LOCALES),
    attempts: z.int(),
    claim_number: z.int(),
  })
  .transform(
    (row): Delivery => ({
      workspaceId: row.workspace_id,
      deliveryId: row.delivery_id,
      kind: row.kind,
      subjectId: row.subject_id,
      recipient: row.slack_user_id,
      memberId: row.member_id,
      mayBeAway: row.may_be_away,
      isLate: row.is_late,
      locale: row.locale,
      attempts: row.attempts,
      claim: row.claim_number,
    }),
  );

/** Whether days of absence include that of `now`, on some wall: no zone is more than 14 hours from UTC. */
const covers = (absence: 'l' | 'b', now: Date) => Prisma.sql`
  ${Prisma.raw(absence)}.from_date <= (${now}::timestamptz + interval '14 hours')::date
  AND ${Prisma.raw(absence)}.until_date > (${now}::timestamptz - interval '14 hours')::date`;

const activeRow = z.looseObject({ active: z.boolean() });

/**
 * Claims up to `limit` queued deliveries of a workspace for the process `claimedBy`; other processes skip them.
 * None while Slack refuses the bot in the whole workspace. What is queued to somebody who has left is cancelled
 * instead: an outcome that was not known may have put it back after they did.
 * `machineNow` is real time: business time does not move leases. `now` is business time: what waits for somebody who
 * is away is left alone until they are back, and what may meet an absence, or is not on time any more, is marked.
 */
export async function claimDeliveries(
  db: Queryable,
  claim: { workspaceId: string; claimedBy: string; machineNow: Date; now: Date; limit: number },
): Promise<Delivery[]> {
  const onTimeSince = new Date(claim.now.getTime() - ON_TIME_MS);
  const rows = await db.$queryRaw<unknown[]>`
    WITH next AS (
      SELECT workspace_id, delivery_id
        FROM delivery
       WHERE workspace_id = ${claim.workspaceId} AND state = 'queued'
         AND available_at <= ${claim.machineNow}::timestamptz
         AND (held_until IS NULL OR held_until <= ${claim.now}::timestamptz)
         AND NOT EXISTS (SELECT FROM workspace w
                          WHERE w.workspace_id = ${claim.workspaceId} AND w.suspended_at IS NOT NULL)
       ORDER BY created_at, delivery_id
       LIMIT ${claim.limit}
         FOR UPDATE SKIP LOCKED
    )
    UPDATE delivery d
       SET state = CASE WHEN m.active THEN 'sending' ELSE 'cancelled' END,
           reason = CASE WHEN m.active THEN d.reason ELSE 'recipient-left' END,
           claimed_at = ${claim.machineNow}::timestamptz, claimed_by = ${claim.claimedBy}::uuid,
           recheck = false, attempts = d.attempts + 1, claim_number = d.claim_number + 1
      FROM next n
      JOIN member m ON true
     WHERE d.workspace_id = n.workspace_id AND d.delivery_id = n.delivery_id
       AND m.workspace_id = d.workspace_id AND m.member_id = d.member_id
    RETURNING d.workspace_id, d.delivery_id, d.kind, d.subject_id, d.member_id, m.slack_user_id, m.locale, d.attempts,
              d.claim_number, m.active,
              NOT d.asked AND d.kind = ANY(${[...SCHEDULED_KINDS]})
                AND d.created_at <= ${onTimeSince}::timestamptz AS is_late,
              NOT d.asked AND EXISTS (
                SELECT FROM leave l
                 WHERE l.workspace_id = d.workspace_id AND l.member_id = d.member_id AND ${covers('l', claim.now)}
                 UNION ALL
                SELECT FROM blackout b
                 WHERE b.workspace_id = d.workspace_id AND ${covers('b', claim.now)}) AS may_be_away`;
  return rows
    .filter((row) => activeRow.parse(row).active)
    .map((row) => deliveryRow.parse(row))
    .sort((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1));
}
