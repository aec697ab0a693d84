import type { Queryable } from '../database.ts';
import type { KnownMember } from './lock-member.ts';

/** Writes down what has changed about a member, who is active from `now` on if they were not. */
export async function updateProfile(
  tx: Queryable,
  { workspaceId, memberId, email, displayName, timeZone, locale, profileAt }: KnownMember,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE member
       SET email = ${email ?? null}::text, display_name = ${displayName}, time_zone = ${timeZone}, locale = ${locale},
           returned_at = CASE WHEN active THEN returned_at ELSE ${now}::timestamptz END, active = true,
           profile_at = ${profileAt ?? null}::timestamptz
     WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid`;
}

/** Remembers the newest profile that was followed where it changed nothing else: an older one may still come. */
export async function noteProfileAt(
  tx: Queryable,
  { workspaceId, memberId, profileAt }: Pick<KnownMember, 'workspaceId' | 'memberId' | 'profileAt'>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE member SET profile_at = ${profileAt ?? null}::timestamptz
     WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid`;
}

/**
 * Stops everything for a member at once, in one statement: nothing falls due to them any more, what is queued is
 * cancelled, no reminder comes. What they have answered stays.
 */
export async function deactivateMember(
  tx: Queryable,
  { workspaceId, memberId, profileAt }: Pick<KnownMember, 'workspaceId' | 'memberId' | 'profileAt'>,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH due AS (
      DELETE FROM member_schedule
       WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid
    ), queued AS (
      UPDATE delivery SET state = 'cancelled', reason = 'recipient-left'
       WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid AND state = 'queued'
    ), reminders AS (
      UPDATE check_in SET remind_at = NULL, remind_asked = false
       WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid AND remind_at IS NOT NULL
    )
    UPDATE member SET active = false, left_at = ${now}::timestamptz, profile_at = ${profileAt ?? null}::timestamptz
     WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid`;
}
