import { z } from 'zod';
import type { DueReminder } from '../../domain/check-in/reminders.ts';
import type { Queryable } from '../database.ts';

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
