import type { Queryable } from '../database.ts';

/** Takes back that members get no check-in in a period; a period for which nothing is noted stays as it is. */
export async function takeBackNotHeld(
  tx: Queryable,
  workspaceId: string,
  periods: readonly { readonly memberId: string; readonly period: string }[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM not_held n
     USING jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) AS g("memberId" uuid, period text)
     WHERE n.workspace_id = ${workspaceId} AND n.member_id = g."memberId" AND n.period = g.period`;
}
