import { z } from 'zod';
import type { Queryable } from '../database.ts';

/** What the tick has to know of a member to whom a check-in is owed. */
export interface NoticeFacts {
  readonly workspaceId: string;
  readonly memberId: string;
  /** They have read this version of the notice, or a later one. */
  readonly acknowledged: boolean;
  /** The period before was due to them, and the notice stood in its way. */
  readonly heldUpBefore: boolean;
}

const factsRow = z
  .object({
    workspace_id: z.string(),
    member_id: z.string(),
    acknowledged: z.boolean(),
    held_up_before: z.boolean(),
  })
  .transform(
    (row): NoticeFacts => ({
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      acknowledged: row.acknowledged,
      heldUpBefore: row.held_up_before,
    }),
  );

/** One statement for all the members of a batch; `before` is the period before the first that is owed to each. */
export async function findNoticeFacts(
  db: Queryable,
  members: readonly { workspaceId: string; memberId: string; before: string }[],
  version: number,
): Promise<NoticeFacts[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT g."workspaceId" AS workspace_id, g."memberId" AS member_id,
           EXISTS (SELECT FROM notice_acknowledgement a
                    WHERE a.workspace_id = g."workspaceId" AND a.member_id = g."memberId"
                      AND a.version >= ${version}) AS acknowledged,
           EXISTS (SELECT FROM delivery d
                    WHERE d.workspace_id = g."workspaceId"
                      AND d.key = 'notice:' || g."memberId" || ':' || ${version}::text || ':' || g.before
                  ) AS held_up_before
      FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
        AS g("workspaceId" text, "memberId" uuid, before text)`;
  return rows.map((row) => factsRow.parse(row));
}
