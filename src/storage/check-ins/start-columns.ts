import { Prisma } from '../generated/client.ts';

/** Whether a member `m` has read the notice about their data, from this version on. */
export const hasAcknowledged = (noticeVersion: number) => Prisma.sql`
  EXISTS (SELECT FROM notice_acknowledgement a
           WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id AND a.version >= ${noticeVersion})`;

/** The latest periods of a member `m` for which it is noted that no check-in is held. */
export const NOT_HELD = Prisma.sql`
  (SELECT coalesce(jsonb_agg(l.period), '[]')
     FROM (SELECT n.period FROM not_held n
            WHERE n.workspace_id = m.workspace_id AND n.member_id = m.member_id
            ORDER BY n.period DESC LIMIT 2) l)`;

/**
 * Joins the check-ins `c` of a member `m` that count at `now`: their period is not over, or they still take answers.
 */
export const currentCheckIns = (now: Date) => Prisma.sql`
  LEFT JOIN check_in c ON c.workspace_id = m.workspace_id AND c.member_id = m.member_id
                      AND (c.closes_at > ${now}::timestamptz OR c.period_ends_at > ${now}::timestamptz)`;
