import { z } from 'zod';
import type { Day } from '../../domain/check-in/calendar-day.ts';
import type { Queryable } from '../database.ts';

/** A member's leave, from its first day to its last. */
export interface Leave {
  readonly leaveId: string;
  readonly from: Day;
  readonly lastDay: Day;
}

/**
 * Adds a leave and answers its id; where the member has one of just these days, that one's: a form that is sent again is
 * no second leave. Undefined, and nothing is added, where they have another on any of its days. One statement.
 */
export async function insertLeave(
  tx: Queryable,
  leave: Leave & { readonly workspaceId: string; readonly memberId: string },
): Promise<string | undefined> {
  const { workspaceId, memberId, leaveId, from, lastDay } = leave;
  const rows = await tx.$queryRaw<unknown[]>`
    WITH there AS (
      SELECT l.leave_id, l.from_date = ${from}::date AND l.until_date = ${lastDay}::date + 1 AS same
        FROM leave l
       WHERE l.workspace_id = ${workspaceId} AND l.member_id = ${memberId}::uuid
         AND l.from_date <= ${lastDay}::date AND l.until_date > ${from}::date
    ), added AS (
      INSERT INTO leave (workspace_id, leave_id, member_id, from_date, until_date)
      SELECT ${workspaceId}, ${leaveId}::uuid, ${memberId}::uuid, ${from}::date, ${lastDay}::date + 1
       WHERE NOT EXISTS (SELECT FROM there)
      RETURNING leave_id
    )
    SELECT leave_id FROM added UNION ALL SELECT leave_id FROM there WHERE same`;
  return z.array(z.object({ leave_id: z.string() })).parse(rows)[0]?.leave_id;
}

/** Takes a leave of this member back; answers false where it is none of theirs. */
export async function deleteLeave(
  tx: Queryable,
  workspaceId: string,
  memberId: string,
  leaveId: string,
): Promise<boolean> {
  const deleted = await tx.$executeRaw`
    DELETE FROM leave
     WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid AND leave_id::text = ${leaveId}`;
  return deleted === 1;
}
