import type { Queryable } from '../database.ts';
import type { ScheduleScope } from '../people/member-schedules.ts';

/** What waits for people who are away, or is about to, does so no more: the sender asks anew whether they are. */
export async function releaseHeld(tx: Queryable, { workspaceId, slackUserId }: ScheduleScope): Promise<void> {
  await tx.$executeRaw`
    UPDATE delivery d SET held_until = NULL, recheck = d.state = 'sending'
      FROM member m
     WHERE d.workspace_id = ${workspaceId} AND (d.state = 'sending' OR d.state = 'queued' AND d.held_until IS NOT NULL)
       AND m.workspace_id = d.workspace_id AND m.member_id = d.member_id
       AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)`;
}
