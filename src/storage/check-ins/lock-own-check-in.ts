import type { Queryable } from '../database.ts';
import type { OwnCheckIn } from './change-own-check-in.ts';

/**
 * Takes the lock of a check-in for its member until the transaction ends, so that what follows in it sees all that was
 * saved before. False: the check-in is not this person's.
 */
export async function lockOwnCheckIn(
  tx: Queryable,
  { workspaceId, slackUserId, checkInId }: OwnCheckIn,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT c.check_in_id
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id AND m.active
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = ${checkInId}::uuid
       AND m.slack_user_id = ${slackUserId}
       FOR UPDATE OF c`;
  return rows.length > 0;
}
