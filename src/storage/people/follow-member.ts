import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';

/** What is known of a Slack user who is a member, or was. */
export interface KnownMember {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly email: string | undefined;
  readonly displayName: string;
  readonly timeZone: string;
  readonly locale: Locale;
  /** They have chosen their language themselves. */
  readonly localeChosen: boolean;
  readonly active: boolean;
  /** Slack's time of the newest change that was followed. */
  readonly profileAt: Date | undefined;
}

const knownRow = z
  .object({
    workspace_id: z.string(),
    member_id: z.string(),
    email: z.string().nullable(),
    display_name: z.string(),
    time_zone: z.string(),
    locale: z.enum(LOCALES),
    locale_chosen: z.boolean(),
    active: z.boolean(),
    profile_at: z.date().nullable(),
  })
  .transform(
    (row): KnownMember => ({
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      email: row.email ?? undefined,
      displayName: row.display_name,
      timeZone: row.time_zone,
      locale: row.locale,
      localeChosen: row.locale_chosen,
      active: row.active,
      profileAt: row.profile_at ?? undefined,
    }),
  );

/** The member behind a Slack user, those who left included, locked for the transaction that asks. */
export async function lockMember(
  tx: Queryable,
  workspaceId: string,
  slackUserId: string,
): Promise<KnownMember | undefined> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT workspace_id, member_id, email, display_name, time_zone, locale, locale_chosen, active, profile_at
      FROM member
     WHERE workspace_id = ${workspaceId} AND slack_user_id = ${slackUserId}
       FOR UPDATE`;
  return rows.map((row) => knownRow.parse(row))[0];
}

/** Writes down what has changed about a member, who is active. */
export async function updateProfile(
  tx: Queryable,
  { workspaceId, memberId, email, displayName, timeZone, locale, profileAt }: KnownMember,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE member
       SET email = ${email ?? null}::text, display_name = ${displayName}, time_zone = ${timeZone}, locale = ${locale},
           active = true, profile_at = ${profileAt ?? null}::timestamptz
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
    UPDATE member SET active = false, profile_at = ${profileAt ?? null}::timestamptz
     WHERE workspace_id = ${workspaceId} AND member_id = ${memberId}::uuid`;
}
