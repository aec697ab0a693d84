import { z } from 'zod';
import type { DueReminder } from '../../domain/check-in/reminders.ts';
import type { Queryable } from '../database.ts';

interface MemberKey {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** A reminder to come, and of which check-in. */
interface ReminderToCome extends DueReminder {
  readonly checkInId: string;
}

const reminderRow = z
  .object({ check_in_id: z.string(), remind_at: z.date(), remind_asked: z.boolean(), closes_at: z.date() })
  .transform(
    (row): ReminderToCome => ({
      checkInId: row.check_in_id,
      remindAt: row.remind_at,
      asked: row.remind_asked,
      closesAt: row.closes_at,
    }),
  );

/** The reminders of a member's open check-ins that are still to come, locked as a tap locks them. */
export async function findRemindersToCome(
  tx: Queryable,
  { workspaceId, memberId }: MemberKey,
  now: Date,
): Promise<ReminderToCome[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT check_in_id, remind_at, remind_asked, closes_at
      FROM check_in
     WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid AND closes_at > ${now}::timestamptz
       AND remind_at IS NOT NULL
       FOR UPDATE`;
  return rows.map((row) => reminderRow.parse(row));
}

/**
 * What the messages of a member's open check-ins say has changed with the member (their zone, their language): they are
 * to be drawn again, and the reminders that are given come when they say; one statement.
 */
export async function turnOpenCheckIns(
  tx: Queryable,
  { workspaceId, memberId }: MemberKey,
  moved: readonly { readonly checkInId: string; readonly remindAt: Date | undefined }[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE check_in c
       SET version = c.version + 1,
           remind_at = CASE WHEN g."checkInId" IS NULL THEN c.remind_at ELSE g."remindAt" END,
           remind_asked = c.remind_asked AND (g."checkInId" IS NULL OR g."remindAt" IS NOT NULL)
      FROM check_in o
      LEFT JOIN jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS g("checkInId" uuid, "remindAt" timestamptz)
        ON g."checkInId" = o.check_in_id
     WHERE o.workspace_id = ${workspaceId} AND o.member_id = ${memberId}::uuid
       AND o.closes_at > ${now}::timestamptz
       AND c.workspace_id = o.workspace_id AND c.check_in_id = o.check_in_id`;
}
