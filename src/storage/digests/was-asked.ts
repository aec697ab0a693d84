import { Prisma } from '../generated/client.ts';

/**
 * Whether a check-in aliased `c` asked anybody anything before `cutoff`, which is over: its message had gone out by then,
 * or may have, or something of it was answered by then all the same (Home shows it too). Of one that was withdrawn,
 * refused or still waiting they did not even know. Nor did one ask whose period ended while its member's account was
 * switched off: they could not answer.
 */
export const wasAsked = (cutoff: Prisma.Sql) => Prisma.sql`
  (NOT EXISTS (SELECT FROM delivery d
                WHERE d.workspace_id = c.workspace_id AND d.key = 'check-in:' || c.check_in_id
                  AND (d.state IN ('queued', 'sending', 'cancelled', 'failed') OR d.reached_at >= ${cutoff}))
   AND NOT EXISTS (SELECT FROM member w
                    WHERE w.workspace_id = c.workspace_id AND w.member_id = c.member_id
                      AND w.left_at < c.period_ends_at AND w.returned_at >= c.period_ends_at)
   OR EXISTS (SELECT FROM rating r
               WHERE r.workspace_id = c.workspace_id AND r.check_in_id = c.check_in_id AND r.kind <> 'taken-back'
                 AND r.answered_at < ${cutoff}))`;
