import { z } from 'zod';
import type { IndicatorKey } from '../../domain/check-in/choose-indicators.ts';
import type { Queryable } from '../database.ts';

/** The person's check-in that is open and asks an indicator: its message counts the evidence for it. There is one at most. */
export async function findOpenAsking(
  db: Queryable,
  {
    workspaceId,
    slackUserId,
    standardCode,
    indicatorCode,
  }: IndicatorKey & { workspaceId: string; slackUserId: string },
  now: Date,
): Promise<string | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c.check_in_id
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id
      JOIN check_in_item i ON i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
     WHERE m.workspace_id = ${workspaceId} AND m.slack_user_id = ${slackUserId} AND m.active
       AND i.standard_code = ${standardCode} AND i.indicator_code = ${indicatorCode}
       AND c.closes_at > ${now}::timestamptz
     ORDER BY c.created_at DESC
     LIMIT 1`;
  return z.array(z.object({ check_in_id: z.string() })).parse(rows)[0]?.check_in_id;
}
