import { z } from 'zod';
import type { Queryable } from '../database.ts';

/** A check-in of which something is to be answered again, and which reminds of nothing any more. */
export interface SilentCheckIn {
  readonly checkInId: string;
  readonly memberId: string;
  readonly closesAt: Date;
  /** How many reminders have come unasked so far. */
  readonly sentUnasked: number;
}

const silentRow = z
  .object({ check_in_id: z.string(), member_id: z.string(), closes_at: z.date(), reminders_sent: z.int() })
  .transform(
    (row): SilentCheckIn => ({
      checkInId: row.check_in_id,
      memberId: row.member_id,
      closesAt: row.closes_at,
      sentUnasked: row.reminders_sent,
    }),
  );

/**
 * Closes the items of these members' open check-ins whose standard is not assigned to them any more, opens those again
 * whose standard is, and makes their messages due to be redrawn; in one statement. The check-ins are locked first, as a
 * tap does: it comes before or after. Answers those with an item that was opened again and without a reminder to come:
 * what fell due meanwhile has been put away.
 */
export async function matchItemsToAssignments(
  tx: Queryable,
  workspaceId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<SilentCheckIn[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH open AS (
      SELECT c.workspace_id, c.check_in_id, c.member_id
        FROM check_in c
       WHERE c.workspace_id = ${workspaceId} AND c.member_id = ANY(${[...memberIds]}::uuid[])
         AND c.closes_at > ${now}::timestamptz
         FOR UPDATE
    ), turned AS (
      UPDATE check_in_item i SET closed_at = CASE WHEN i.closed_at IS NULL THEN ${now}::timestamptz END
        FROM open o
       WHERE i.workspace_id = o.workspace_id AND i.check_in_id = o.check_in_id
         AND (i.closed_at IS NOT NULL) = EXISTS (
               SELECT FROM assignment a
                WHERE a.workspace_id = o.workspace_id AND a.member_id = o.member_id
                  AND a.standard_code = i.standard_code AND a.until_date IS NULL)
      RETURNING i.workspace_id, i.check_in_id, i.position, i.closed_at IS NULL AS opened
    ), changed AS (
      UPDATE check_in c SET version = c.version + 1
       WHERE c.workspace_id = ${workspaceId} AND c.check_in_id IN (SELECT check_in_id FROM turned)
      RETURNING c.*
    )
    SELECT c.check_in_id, c.member_id, c.closes_at, c.reminders_sent
      FROM changed c
     WHERE c.remind_at IS NULL AND c.skipped_at IS NULL
       AND EXISTS (SELECT FROM turned t
                    WHERE t.workspace_id = c.workspace_id AND t.check_in_id = c.check_in_id AND t.opened
                      AND c.answers->(t.position::text)->>'answer' IS NULL)`;
  return rows.map((row) => silentRow.parse(row));
}
