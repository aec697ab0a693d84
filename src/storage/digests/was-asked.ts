import { Prisma } from '../generated/client.ts';

/**
 * Whether a check-in aliased `c` asked anybody anything: its message has gone out, or can still, or something of it was
 * answered before `cutoff` all the same (Home shows it too). One that was withdrawn, refused, or waits for somebody who
 * is away, asked nothing: they do not even know of it.
 */
export const wasAsked = (cutoff: Prisma.Sql) => Prisma.sql`
  (NOT EXISTS (SELECT FROM delivery d
                WHERE d.workspace_id = c.workspace_id AND d.key = 'check-in:' || c.check_in_id
                  AND (d.state IN ('cancelled', 'failed') OR (d.state = 'queued' AND d.held_until IS NOT NULL)))
   OR EXISTS (SELECT FROM rating r
               WHERE r.workspace_id = c.workspace_id AND r.check_in_id = c.check_in_id AND r.kind <> 'taken-back'
                 AND r.answered_at < ${cutoff}))`;
