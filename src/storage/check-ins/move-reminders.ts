import { z } from 'zod';
import type { DueReminder } from '../../domain/check-in/reminders.ts';
import type { Queryable } from '../database.ts';
import { holdsOn } from '../people/holds-on.ts';
import { ITS_SUNDAY } from './check-in-rows.ts';

/** A reminder to come, of which check-in, and whose. */
interface ReminderToCome extends DueReminder {
  readonly checkInId: string;
  readonly memberId: string;
}

const reminderRow = z
  .object({
    check_in_id: z.string(),
    member_id: z.string(),
    remind_at: z.date(),
    remind_asked: z.boolean(),
    closes_at: z.date(),
  })
  .transform(
    (row): ReminderToCome => ({
      checkInId: row.check_in_id,
      memberId: row.member_id,
      remindAt: row.remind_at,
      asked: row.remind_asked,
      closesAt: row.closes_at,
    }),
  );

/** The reminders of these members' open check-ins that are still to come, locked as a tap locks them. */
export async function findRemindersToCome(
  tx: Queryable,
  workspaceId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<ReminderToCome[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT check_in_id, member_id, remind_at, remind_asked, closes_at
      FROM check_in
     WHERE workspace_id = ${workspaceId} AND member_id = ANY(${[...memberIds]}::uuid[])
       AND closes_at > ${now}::timestamptz AND remind_at IS NOT NULL
     ORDER BY check_in_id
       FOR UPDATE`;
  return rows.map((row) => reminderRow.parse(row));
}

/**
 * What the messages of these members' open check-ins say has changed with the members (their zone, their language, who
 * supervises them), or with the supervisors whom they name: they are to be drawn again, and the reminders that are given
 * come when they say; one statement.
 */
export async function turnOpenCheckIns(
  tx: Queryable,
  workspaceId: string,
  {
    memberIds,
    supervisorIds,
    moved,
  }: {
    readonly memberIds: readonly string[];
    readonly supervisorIds: readonly string[];
    readonly moved: readonly { readonly checkInId: string; readonly remindAt: Date | undefined }[];
  },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH turned AS (
      SELECT c.check_in_id
        FROM check_in c
       WHERE c.workspace_id = ${workspaceId} AND c.member_id = ANY(${[...memberIds]}::uuid[])
         AND c.closes_at > ${now}::timestamptz
       UNION
      SELECT c.check_in_id
        FROM supervision s
        JOIN check_in c ON c.workspace_id = s.workspace_id AND c.member_id = s.member_id
       WHERE s.workspace_id = ${workspaceId} AND s.supervisor_id = ANY(${[...supervisorIds]}::uuid[])
         AND c.closes_at > ${now}::timestamptz AND ${holdsOn('s', ITS_SUNDAY)}
    )
    UPDATE check_in c
       SET version = c.version + 1,
           remind_at = CASE WHEN g."checkInId" IS NULL THEN c.remind_at ELSE g."remindAt" END,
           remind_asked = c.remind_asked AND (g."checkInId" IS NULL OR g."remindAt" IS NOT NULL)
      FROM turned t
      LEFT JOIN jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS g("checkInId" uuid, "remindAt" timestamptz)
        ON g."checkInId" = t.check_in_id
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = t.check_in_id`;
}
