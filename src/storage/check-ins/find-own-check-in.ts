import type { Queryable } from '../database.ts';
import type { OwnCheckIn } from './change-own-check-in.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';

/** A check-in as it is now, for its member alone; undefined: it is not this person's, or there is none. */
export async function findOwnCheckIn(
  db: Queryable,
  { workspaceId, slackUserId, checkInId }: OwnCheckIn,
): Promise<CheckInForMember | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${CHECK_IN_COLUMNS}
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id AND m.active
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = ${checkInId}::uuid
       AND m.slack_user_id = ${slackUserId}`;
  return rows.map(parseCheckIn)[0];
}
