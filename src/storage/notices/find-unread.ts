import { z } from 'zod';
import { hasAcknowledged } from '../check-ins/start-columns.ts';
import type { Queryable } from '../database.ts';

/** A member who has not read the notice about their data. */
export interface UnreadNotice {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly timeZone: string;
}

const unreadRow = z
  .object({ workspace_id: z.string(), member_id: z.string(), time_zone: z.string() })
  .transform(
    (row): UnreadNotice => ({
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      timeZone: row.time_zone,
    }),
  );

/** The active member behind a Slack user, where they have not read the notice from version `noticeVersion` on. */
export async function findUnread(
  db: Queryable,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  noticeVersion: number,
): Promise<UnreadNotice | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.workspace_id, m.member_id, m.time_zone
      FROM member m
     WHERE m.workspace_id = ${who.workspaceId} AND m.slack_user_id = ${who.slackUserId} AND m.active
       AND NOT ${hasAcknowledged(noticeVersion)}`;
  return rows.map((row) => unreadRow.parse(row))[0];
}
