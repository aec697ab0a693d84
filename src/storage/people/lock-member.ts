import { z } from 'zod';
import type { Member } from '../../domain/people/member.ts';
import type { Queryable } from '../database.ts';
import { memberRow, toMember } from './members.ts';

/** What is known of a Slack user who is a member, or was. */
export interface KnownMember extends Member {
  /** They have chosen their language themselves. */
  readonly localeChosen: boolean;
  /** Slack's time of the newest change that was followed. */
  readonly profileAt: Date | undefined;
}

const knownRow = memberRow.extend({ locale_chosen: z.boolean(), profile_at: z.date().nullable() }).transform(
  (row): KnownMember => ({
    ...toMember(row),
    localeChosen: row.locale_chosen,
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
  return (await lockMembers(tx, workspaceId, [slackUserId]))[0];
}

/** The same for several Slack users; one statement. Strangers are left out. */
export async function lockMembers(
  tx: Queryable,
  workspaceId: string,
  slackUserIds: readonly string[],
): Promise<KnownMember[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT workspace_id, member_id, slack_user_id, email, display_name, time_zone, locale, locale_chosen, role, active,
           profile_at
      FROM member
     WHERE workspace_id = ${workspaceId} AND slack_user_id = ANY(${[...slackUserIds]}::text[])
     ORDER BY member_id
       FOR NO KEY UPDATE`;
  return rows.map((row) => knownRow.parse(row));
}
