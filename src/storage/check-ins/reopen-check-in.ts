import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';

const drawRow = z.looseObject({ may_draw: z.boolean() });

/**
 * Shows the answers of a completed check-in again (`reopened`) or puts them away, for the member alone.
 * Answers the check-in, unchanged where it is closed, and whether the caller may draw it (see recordRating);
 * undefined where it is not this person's.
 */
export async function setReopened(
  db: Queryable,
  target: { workspaceId: string; slackUserId: string; checkInId: string; reopened: boolean },
  {
    now,
    machineNow,
    drawingUntil,
    doubtfulUntil,
  }: { now: Date; machineNow: Date; drawingUntil: Date; doubtfulUntil: Date },
): Promise<{ state: CheckInForMember; mayDraw: boolean } | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH found AS (
      SELECT k.workspace_id, k.check_in_id, k.drawing_until IS NULL OR k.drawing_until <= ${machineNow}::timestamptz AS free
        FROM check_in k
        JOIN member o ON o.workspace_id = k.workspace_id AND o.member_id = k.member_id
       WHERE k.workspace_id = ${target.workspaceId} AND k.check_in_id = ${target.checkInId}::uuid
         AND o.slack_user_id = ${target.slackUserId} AND o.active
         FOR UPDATE OF k
    ), c AS (
      UPDATE check_in k
         SET reopened = CASE WHEN k.closes_at > ${now}::timestamptz THEN ${target.reopened} ELSE k.reopened END,
             version = k.version + 1,
             drawing_until = CASE WHEN f.free THEN ${drawingUntil}::timestamptz ELSE k.drawing_until END,
             doubtful_until = CASE WHEN f.free AND k.drawing_until IS NOT NULL THEN ${doubtfulUntil}::timestamptz
                                   ELSE k.doubtful_until END
        FROM found f
       WHERE k.workspace_id = f.workspace_id AND k.check_in_id = f.check_in_id
      RETURNING k.*, f.free
    )
    SELECT c.free AS may_draw, ${CHECK_IN_COLUMNS}
      FROM c JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  const [row] = rows;
  return row === undefined ? undefined : { state: parseCheckIn(row), mayDraw: drawRow.parse(row).may_draw };
}
