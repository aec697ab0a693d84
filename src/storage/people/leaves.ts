import type { Day } from '../../domain/check-in/calendar-day.ts';
import type { Queryable } from '../database.ts';

/** A member's leave, from its first day to its last. */
export interface Leave {
  readonly leaveId: string;
  readonly from: Day;
  readonly lastDay: Day;
}

/** Adds a leave; answers false, and adds nothing, where the member has one already on any of its days. */
export async function insertLeave(
  tx: Queryable,
  leave: Leave & { readonly workspaceId: string; readonly memberId: string },
): Promise<boolean> {
  const { workspaceId, memberId, leaveId, from, lastDay } = leave;
  const inserted = await tx.$executeRaw`
    INSERT INTO leave (workspace_id, leave_id, member_id, from_date, until_date)
    SELECT ${workspaceId}, ${leaveId}::uuid, ${memberId}::uuid, ${from}::date, ${lastDay}::date + 1
     WHERE NOT EXISTS (SELECT FROM leave l
                        WHERE l.workspace_id = ${workspaceId} AND l.member_id = ${memberId}::uuid
                          AND l.from_date <= ${lastDay}::date AND l.until_date > ${from}::date)`;
  return inserted === 1;
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
