import { REVIVED_FROM } from '../../domain/delivery/delivery.ts';
import { somethingLeft } from '../check-ins/check-in-rows.ts';
import type { Queryable } from '../database.ts';
import type { ScheduleScope } from '../people/member-schedules.ts';
import { QUEUED_ANEW } from './queued-anew.ts';

/**
 * Queues again the check-ins whose reason for being cancelled is over: their member had left and is back, or nothing was
 * left to answer and something is again. They stay the one delivery of their check-in. Answers how many were queued, or
 * are on their way.
 */
export async function queueAgain(
  tx: Queryable,
  { workspaceId, slackUserId }: ScheduleScope,
  now: Date,
): Promise<number> {
  return await tx.$executeRaw`
    UPDATE delivery d
       SET ${QUEUED_ANEW}
      FROM member m, check_in c
     WHERE d.workspace_id = ${workspaceId} AND d.kind = 'check-in'
       AND (d.state = 'sending' OR d.state = ANY(${[...REVIVED_FROM.back]}) AND d.reason IN ('recipient-left', 'closed', 'answered'))
       AND m.workspace_id = d.workspace_id AND m.member_id = d.member_id AND m.active
       AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)
       AND c.workspace_id = d.workspace_id AND c.check_in_id = d.subject_id
       AND c.closes_at > ${now}::timestamptz AND c.skipped_at IS NULL AND ${somethingLeft('c')}`;
}
