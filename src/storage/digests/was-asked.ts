import { Prisma } from '../generated/client.ts';

/**
 * Whether a check-in aliased `c` asked anybody anything: its message has gone out, or can still, or something of it was
 * answered before `cutoff` all the same (Home shows it too). One that was withdrawn, refused, or waits for somebody who
 * is away, asked nothing: they do not even know of it. Nor did one whose period ended while its member's account was
 * switched off: they could not answer.
 */
export const wasAsked = (cutoff: Prisma.Sql) => Prisma.sql`
  (NOT EXISTS (SELECT FROM delivery d
                WHERE d.workspace_id = c.workspace_id AND d.key = 'check-in:' || c.check_in_id
                  AND (d.state IN ('cancelled', 'failed') OR (d.state = 'queued' AND d.held_until IS NOT NULL)))
   AND NOT EXISTS (SELECT FROM member w
                    WHERE w.workspace_id = c.workspace_id AND w.member_id = c.member_id
                      AND w.left_at < c.period_ends_at AND w.returned_at >= c.period_ends_at)
   OR EXISTS (SELECT FROM rating r
               WHERE r.workspace_id = c.workspace_id AND r.check_in_id = c.check_in_id AND r.kind <> 'taken-back'
                 AND r.answered_at < ${cutoff}))`;
