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

/**
 * The member behind a Slack user, those who left included; until the transaction ends, nobody else changes them or
 * their settings. Whoever makes something of theirs need not wait: the tick and the reminders do so with a lock in hand
 * that this transaction may ask for next.
 */
export async function lockMember(
  tx: Queryable,
  workspaceId: string,
  slackUserId: string,
): Promise<KnownMember | undefined> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT workspace_id, member_id, email, display_name, time_zone, locale, locale_chosen, active, profile_at
      FROM member
     WHERE workspace_id = ${workspaceId} AND slack_user_id = ${slackUserId}
       FOR NO KEY UPDATE`;
  return rows.map((row) => knownRow.parse(row))[0];
}
