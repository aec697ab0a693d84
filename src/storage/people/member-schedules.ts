import type { Queryable } from '../database.ts';

/** Whose times are meant: everybody's in a workspace, or one member's. */
export interface ScheduleScope {
  readonly workspaceId: string;
  readonly slackUserId?: string | undefined;
}

/** Keeps the tick away from these times until the transaction ends. */
export async function lockMemberSchedules(tx: Queryable, scope: ScheduleScope): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id
     WHERE ms.workspace_id = ${scope.workspaceId}
       AND m.slack_user_id = coalesce(${scope.slackUserId ?? null}::text, m.slack_user_id)
     ORDER BY ms.member_id, ms.kind
       FOR UPDATE OF ms`;
}

/**
 * Replaces what is due when for everybody in the scope, in one statement. What is due already, and not yet carried
 * out, stays as it is, unless `dueToo`: a new roster must not make anybody miss this week. What is not among the entries
 * goes, due or not.
 */
export async function replaceMemberSchedules(
  tx: Queryable,
  { workspaceId, slackUserId }: ScheduleScope,
  entries: readonly { memberId: string; kind: 'check-in' | 'digest'; nextAt: Date }[],
  now: Date,
  dueToo: boolean,
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS g("memberId" uuid, kind text, "nextAt" timestamptz)
    ), gone AS (
      DELETE FROM member_schedule ms
       USING member m
       WHERE ms.workspace_id = ${workspaceId}
         AND m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id
         AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)
         AND NOT EXISTS (SELECT FROM given g WHERE g."memberId" = ms.member_id AND g.kind = ms.kind)
    )
    INSERT INTO member_schedule AS ms (workspace_id, member_id, kind, next_at)
    SELECT ${workspaceId}, "memberId", kind, "nextAt" FROM given
    ON CONFLICT (workspace_id, member_id, kind) DO UPDATE SET next_at = excluded.next_at
     WHERE ${dueToo} OR ms.next_at > ${now}::timestamptz`;
}
