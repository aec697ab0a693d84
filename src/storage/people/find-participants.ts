import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { localDate } from './holds-on.ts';
import {
  type MemberTerms,
  openUntilColumn,
  parseTerms,
  preferenceJoin,
  termsColumns,
  termsRow,
} from './member-terms.ts';
import { scheduleColumns } from './schedule-rows.ts';

/** An active member with what they take part in today. */
export interface Participant extends MemberTerms {
  readonly memberId: string;
  readonly displayName: string;
  readonly slackUserId: string;
  readonly locale: Locale;
  readonly standardCodes: readonly string[];
  /** How many people they supervise. */
  readonly teamSize: number;
  /**
   * They supervise somebody, or did on the Sunday of one of the two periods that a digest can be about: theirs is still
   * to come, also where somebody else has the team by now.
   */
  readonly isOwedDigests: boolean;
  /** When they are due something next; undefined for what they have not been scheduled for. */
  readonly scheduled: { readonly checkInAt: Date | undefined; readonly digestAt: Date | undefined };
  /** When their last check-in closes; undefined where that is over. */
  readonly openUntil: Date | undefined;
  /** The latest period for which it is noted that they get no check-in. */
  readonly notHeld: string | undefined;
  /** The day from which on they had a standard no more that they had before, the latest; `2026-11-18`. */
  readonly unassignedOn: string | undefined;
}

const participantRow = termsRow
  .extend({
    member_id: z.string(),
    slack_user_id: z.string(),
    display_name: z.string(),
    locale: z.enum(LOCALES),
    standards: z.array(z.string()),
    team_size: z.int(),
    owed_digests: z.boolean(),
    check_in_at: z.date().nullable(),
    digest_at: z.date().nullable(),
    open_until: z.date().nullable(),
    not_held: z.string().nullable(),
    unassigned_on: z.string().nullable(),
  })
  .transform(
    (row): Participant => ({
      ...parseTerms(row),
      memberId: row.member_id,
      slackUserId: row.slack_user_id,
      displayName: row.display_name,
      locale: row.locale,
      standardCodes: row.standards,
      teamSize: row.team_size,
      isOwedDigests: row.owed_digests,
      scheduled: { checkInAt: row.check_in_at ?? undefined, digestAt: row.digest_at ?? undefined },
      openUntil: row.open_until ?? undefined,
      notHeld: row.not_held ?? undefined,
      unassignedOn: row.unassigned_on ?? undefined,
    }),
  );

/** Every active member of a workspace at `now`, or the one with this Slack user id; one statement. */
export async function findParticipants(
  db: Queryable,
  workspaceId: string,
  now: Date,
  slackUserId?: string,
): Promise<Participant[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.member_id, m.slack_user_id, m.display_name, m.locale, ${scheduleColumns},
           ${termsColumns(Prisma.sql`${now}::timestamptz`)},
           (SELECT coalesce(jsonb_agg(a.standard_code ORDER BY a.standard_code), '[]') FROM assignment a
             WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id AND a.until_date IS NULL) AS standards,
           (SELECT count(*)::int FROM supervision s
             WHERE s.workspace_id = m.workspace_id AND s.supervisor_id = m.member_id
               AND s.until_date IS NULL) AS team_size,
           EXISTS (SELECT FROM supervision s
                    WHERE s.workspace_id = m.workspace_id AND s.supervisor_id = m.member_id
                      AND (s.until_date IS NULL OR s.until_date > ${localDate('m', now)} - 14)) AS owed_digests,
           c.next_at AS check_in_at, d.next_at AS digest_at,
           (SELECT max(n.period) FROM not_held n
             WHERE n.workspace_id = m.workspace_id AND n.member_id = m.member_id) AS not_held,
           (SELECT max(a.until_date)::text FROM assignment a
             WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id) AS unassigned_on,
           ${openUntilColumn(now)}
      FROM member m
      JOIN schedule s ON s.workspace_id = m.workspace_id
      ${preferenceJoin}
      LEFT JOIN member_schedule c
        ON c.workspace_id = m.workspace_id AND c.member_id = m.member_id AND c.kind = 'check-in'
      LEFT JOIN member_schedule d
        ON d.workspace_id = m.workspace_id AND d.member_id = m.member_id AND d.kind = 'digest'
     WHERE m.workspace_id = ${workspaceId} AND m.active
       AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)
     ORDER BY m.display_name, m.member_id`;
  return rows.map((row) => participantRow.parse(row));
}
