import { somethingLeft } from '../check-ins/check-in-rows.ts';
import type { Queryable } from '../database.ts';
import type { ScheduleScope } from '../people/member-schedules.ts';

/**
 * Queues again the check-ins that were cancelled because somebody had left who is a member again by now, or because
 * nothing was left in them of which something is assigned again: those that have something to answer. They stay the one delivery of their
 * check-in. Answers how many.
 */
export async function queueAgain(
  tx: Queryable,
  { workspaceId, slackUserId }: ScheduleScope,
  now: Date,
): Promise<number> {
  return await tx.$executeRaw`
    UPDATE delivery d
       SET state = 'queued', reason = NULL, claimed_by = NULL, held_until = NULL, available_at = 'epoch'
      FROM member m, check_in c
     WHERE d.workspace_id = ${workspaceId} AND d.kind = 'check-in'
       AND d.state = 'cancelled' AND d.reason IN ('recipient-left', 'closed', 'answered')
       AND m.workspace_id = d.workspace_id AND m.member_id = d.member_id AND m.active
       AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)
       AND c.workspace_id = d.workspace_id AND c.check_in_id = d.subject_id
       AND c.closes_at > ${now}::timestamptz AND c.skipped_at IS NULL AND ${somethingLeft('c')}`;
}
