import { z } from 'zod';
import type { Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';

const openRow = z.object({ check_in_id: z.string().nullable() });

/**
 * A member reads the bot in this language from here on, whatever Slack says; one statement. Answers the ids of their
 * check-ins that still take answers, or undefined where nothing changed: they read it already, or are no member.
 */
export async function chooseLocale(
  tx: Queryable,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  locale: Locale,
  now: Date,
): Promise<string[] | undefined> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH changed AS (
      UPDATE member SET locale = ${locale}, locale_chosen = true
       WHERE workspace_id = ${who.workspaceId} AND slack_user_id = ${who.slackUserId} AND active
         AND locale <> ${locale}
      RETURNING workspace_id, member_id
    )
    SELECT c.check_in_id
      FROM changed m
      LEFT JOIN check_in c ON c.workspace_id = m.workspace_id AND c.member_id = m.member_id
                          AND c.closes_at > ${now}::timestamptz`;
  if (rows.length === 0) return undefined;
  return rows.flatMap((raw) => openRow.parse(raw).check_in_id ?? []);
}
