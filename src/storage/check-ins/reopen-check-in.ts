import type { Queryable } from '../database.ts';
import { type CheckInForMember, checkInColumns, parseCheckIn } from './check-in-rows.ts';

/**
 * Shows the answers of a completed check-in again (`reopened`) or puts them away, for the member alone.
 * Answers the check-in, unchanged where it is closed, or undefined where it is not this person's.
 */
export async function setReopened(
  db: Queryable,
  target: { workspaceId: string; slackUserId: string; checkInId: string; reopened: boolean },
  now: Date,
): Promise<CheckInForMember | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH c AS (
      UPDATE check_in k
         SET reopened = CASE WHEN k.closes_at > ${now}::timestamptz THEN ${target.reopened} ELSE k.reopened END,
             version = k.version + 1
        FROM member o
       WHERE k.workspace_id = ${target.workspaceId} AND k.check_in_id = ${target.checkInId}::uuid
         AND o.workspace_id = k.workspace_id AND o.member_id = k.member_id
         AND o.slack_user_id = ${target.slackUserId} AND o.active
      RETURNING k.*
    )
    SELECT ${checkInColumns(now)}
      FROM c JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  return rows.map(parseCheckIn)[0];
}
