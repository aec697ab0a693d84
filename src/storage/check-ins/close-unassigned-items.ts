import type { Queryable } from '../database.ts';

/**
 * Closes the items of these members' open check-ins whose standard is not assigned to them any more, and makes their
 * messages due to be redrawn; in one statement. The check-ins are locked first, as a tap does: it comes before or
 * after. Answers how many check-ins it concerned.
 */
export async function closeUnassignedItems(
  tx: Queryable,
  workspaceId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<number> {
  return await tx.$executeRaw`
    WITH open AS (
      SELECT c.workspace_id, c.check_in_id, c.member_id
        FROM check_in c
       WHERE c.workspace_id = ${workspaceId} AND c.member_id = ANY(${[...memberIds]}::uuid[])
         AND c.closes_at > ${now}::timestamptz
         FOR UPDATE
    ), closed AS (
      UPDATE check_in_item i SET closed_at = ${now}::timestamptz
        FROM open o
       WHERE i.workspace_id = o.workspace_id AND i.check_in_id = o.check_in_id AND i.closed_at IS NULL
         AND NOT EXISTS (SELECT FROM assignment a
                          WHERE a.workspace_id = o.workspace_id AND a.member_id = o.member_id
                            AND a.standard_code = i.standard_code AND a.until_date IS NULL)
      RETURNING i.workspace_id, i.check_in_id
    )
    UPDATE check_in c SET version = c.version + 1
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id IN (SELECT check_in_id FROM closed)`;
}
