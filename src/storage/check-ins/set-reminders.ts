import type { Queryable } from '../database.ts';

/** When a check-in reminds next, undefined: never; and whether its member asked for that. */
export interface NextReminder {
  readonly checkInId: string;
  readonly remindAt: Date | undefined;
  readonly asked: boolean;
}

/** Sets when each of these check-ins, which are locked, reminds next; one statement. */
export async function setReminders(
  tx: Queryable,
  workspaceId: string,
  reminders: readonly NextReminder[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE check_in c SET remind_at = g."remindAt", remind_asked = g.asked
      FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb)
        AS g("checkInId" uuid, "remindAt" timestamptz, asked boolean)
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = g."checkInId"`;
}
