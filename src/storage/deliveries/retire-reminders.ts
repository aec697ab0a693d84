import { z } from 'zod';
import {
  CHECK_IN_COLUMNS,
  type CheckInForMember,
  type MessagePlace,
  parseCheckIn,
  somethingLeft,
} from '../check-ins/check-in-rows.ts';
import type { Queryable } from '../database.ts';

/** A reminder that was sent and whose check-in asks no more. */
export interface EndedReminder {
  readonly deliveryId: string;
  readonly place: MessagePlace;
  /** Of the check-in that it reminded of. */
  readonly state: CheckInForMember;
}

const endedRow = z.looseObject({
  delivery_id: z.string(),
  reminder: z.object({ channel: z.string(), ts: z.string() }),
});

/**
 * Claims up to `limit` reminders that were sent, still ask, and whose check-in is answered, skipped or closed at
 * business `now`: of one check-in, or of all. Nobody else claims them before `leaseUntil`. None while Slack refuses the
 * bot, and none of members who left.
 */
export async function claimEndedReminders(
  db: Queryable,
  { workspaceId, checkInId }: { readonly workspaceId: string; readonly checkInId?: string },
  limit: number,
  {
    now,
    machineNow,
    leaseUntil,
  }: { readonly now: Date; readonly machineNow: Date; readonly leaseUntil: Date },
): Promise<EndedReminder[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH ended AS (
      SELECT d.workspace_id, d.delivery_id
        FROM delivery d
        JOIN check_in k ON k.workspace_id = d.workspace_id AND k.check_in_id = d.subject_id
        JOIN workspace w ON w.workspace_id = d.workspace_id AND w.suspended_at IS NULL
        JOIN member o ON o.workspace_id = k.workspace_id AND o.member_id = k.member_id AND o.active
       WHERE d.workspace_id = ${workspaceId} AND d.kind = 'check-in-reminder' AND d.state = 'sent'
         AND d.retired_at IS NULL AND d.ts IS NOT NULL AND d.available_at <= ${machineNow}::timestamptz
         AND d.subject_id = coalesce(${checkInId ?? null}::uuid, d.subject_id)
         AND (k.closes_at <= ${now}::timestamptz OR k.skipped_at IS NOT NULL OR NOT ${somethingLeft('k')})
       ORDER BY d.available_at, d.delivery_id
       LIMIT ${limit}
         FOR UPDATE OF d SKIP LOCKED
    ), claimed AS (
      UPDATE delivery d SET available_at = ${leaseUntil}::timestamptz
        FROM ended e
       WHERE d.workspace_id = e.workspace_id AND d.delivery_id = e.delivery_id
      RETURNING d.*
    )
    SELECT r.delivery_id, jsonb_build_object('channel', r.channel, 'ts', r.ts) AS reminder, ${CHECK_IN_COLUMNS}
      FROM claimed r
      JOIN check_in c ON c.workspace_id = r.workspace_id AND c.check_in_id = r.subject_id
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  return rows.map((row) => {
    const { delivery_id: deliveryId, reminder: place } = endedRow.parse(row);
    return { deliveryId, place, state: parseCheckIn(row) };
  });
}

/** These reminders ask no more: nothing looks at them again. */
export async function markRetired(
  db: Queryable,
  workspaceId: string,
  deliveryIds: readonly string[],
  machineNow: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE delivery SET retired_at = ${machineNow}::timestamptz
     WHERE workspace_id = ${workspaceId} AND delivery_id = ANY(${[...deliveryIds]}::uuid[])`;
}
