import type { Queryable } from '../database.ts';

/** Sets when each of these check-ins reminds next, unasked; one statement. */
export async function setNextReminders(
  tx: Queryable,
  workspaceId: string,
  reminders: readonly { readonly checkInId: string; readonly remindAt: Date }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE check_in c SET remind_at = g."remindAt", remind_asked = false
      FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) AS g("checkInId" uuid, "remindAt" timestamptz)
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = g."checkInId"`;
}
