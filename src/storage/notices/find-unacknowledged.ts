import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { isNoticeOf } from './notice-keys.ts';

/** Somebody who works to a standard and has not said that they have read the notice. */
export interface Unacknowledged {
  readonly memberId: string;
  readonly slackUserId: string;
  readonly name: string;
  /** When they were first sent it; undefined: no check-in has fallen due to them yet. */
  readonly askedAt: Date | undefined;
  /** In how many periods it was due to them. */
  readonly periods: number;
}

const row = z
  .object({
    member_id: z.string(),
    slack_user_id: z.string(),
    display_name: z.string(),
    asked_at: z.date().nullable(),
    periods: z.int(),
  })
  .transform(
    (found): Unacknowledged => ({
      memberId: found.member_id,
      slackUserId: found.slack_user_id,
      name: found.display_name,
      askedAt: found.asked_at ?? undefined,
      periods: found.periods,
    }),
  );

/** Active members with a standard who have not read `version`, those asked longest ago first; one statement. */
export async function findUnacknowledged(
  db: Queryable,
  workspaceId: string,
  version: number,
): Promise<Unacknowledged[]> {
  const theirs = isNoticeOf(Prisma.sql`m.workspace_id`, Prisma.sql`m.member_id`, version);
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.member_id, m.slack_user_id, m.display_name, asked.asked_at, asked.periods
      FROM member m
     CROSS JOIN LATERAL (SELECT min(d.created_at) AS asked_at, count(*)::int AS periods
                           FROM delivery d WHERE ${theirs}) asked
     WHERE m.workspace_id = ${workspaceId} AND m.active
       AND EXISTS (SELECT FROM assignment s
                    WHERE s.workspace_id = m.workspace_id AND s.member_id = m.member_id AND s.until_date IS NULL)
       AND NOT EXISTS (SELECT FROM notice_acknowledgement a
                        WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id AND a.version = ${version})
     ORDER BY asked.asked_at NULLS LAST, m.display_name, m.member_id`;
  return rows.map((found) => row.parse(found));
}
