import { z } from 'zod';
import type { CheckIn } from '../../domain/check-in/check-in.ts';
import { CHOICE_REASONS } from '../../domain/check-in/choose-indicators.ts';
import { rating, scorePoint } from '../../domain/check-in/rating.ts';
import { STANDING_VALID_WEEKS } from '../../domain/check-in/standing.ts';
import { VISIBILITIES } from '../../domain/check-in/visibility.ts';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import { epochMs, epochMsOf } from '../epoch-ms.ts';
import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';
import { newestRevisions } from '../ratings/newest-revisions.ts';

/** A check-in with what its message needs to know of the person who reads it. */
export interface CheckInForMember {
  readonly checkIn: CheckIn;
  readonly recipient: { readonly slackUserId: string; readonly locale: Locale; readonly timeZone: string };
  readonly audience: Audience;
  /**
   * For each of the member's standards how many indicators have a standing as the period ends, of which this check-in's
   * are part; undefined while it is not answered whole.
   */
  readonly covered: readonly { readonly standardCode: string; readonly indicators: number }[] | undefined;
  /** Where the message is that shows it; undefined while none is known to have been accepted. */
  readonly message: MessagePlace | undefined;
}

/** A message in Slack: the DM's id and the message's `ts`. */
export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

/** Who sees the answers beside HR and administrators, and whom to ask about it. */
interface Audience {
  readonly supervisors: readonly string[];
  readonly contact: string | undefined;
}

/** Whether something of a check-in of this alias can still be answered and is not. */
export function somethingLeft(alias: 'c' | 'k'): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`
    EXISTS (SELECT FROM check_in_item i
             WHERE i.workspace_id = ${row}.workspace_id AND i.check_in_id = ${row}.check_in_id AND i.closed_at IS NULL
               AND ${row}.answers->(i.position::text)->>'answer' IS NULL)`;
}

/** The Sunday of the period of a check-in aliased `c`. */
export const ITS_SUNDAY = Prisma.sql`to_date(c.period, 'IYYY-"W"IW') + 6`;

/**
 * The standings by standard as the period ends: those that the digest about it counts, whatever other check-ins say
 * later. The answers of the check-in itself are taken from its row, because the statement that saves one does not see
 * the revision that it appends; so a late one counts here, where its member has just given it, and in the next digest.
 */
const COVERED = Prisma.sql`
    (SELECT coalesce(jsonb_agg(jsonb_build_object('standardCode', a.standard_code, 'indicators', (
              SELECT count(*)::int FROM (
                SELECT i.indicator_code FROM check_in_item i
                 WHERE i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
                   AND i.standard_code = a.standard_code AND c.answers->(i.position::text)->>'answer' IS NOT NULL
                UNION
                SELECT n.indicator_code
                  FROM (${newestRevisions(Prisma.sql`
                         WHERE r.workspace_id = c.workspace_id AND r.member_id = c.member_id
                           AND r.answered_at >= c.period_ends_at - make_interval(weeks => ${STANDING_VALID_WEEKS}::int)
                           AND r.answered_at < c.period_ends_at
                           AND r.standard_code = a.standard_code`)}) n
                 WHERE n.kind <> 'taken-back') standings))), '[]')
       FROM (SELECT DISTINCT a.standard_code FROM assignment a
              WHERE a.workspace_id = c.workspace_id AND a.member_id = c.member_id AND ${holdsOn('a', ITS_SUNDAY)}) a)`;

/**
 * The columns that `parseCheckIn` reads, selected from a check-in aliased `c` and its member aliased `m`.
 * Supervisors are those of the period's Sunday, who will have the digest (whoever has left will not): whoever sees the
 * answers is named before the answer is given. The evidence of an item is what was kept for its indicator while the
 * check-in was open: what is older or came later is another check-in's.
 */
export const CHECK_IN_COLUMNS = Prisma.sql`
    c.workspace_id, c.check_in_id, c.member_id, c.period, c.period_ends_at, c.closes_at, c.version, c.answers,
    c.reopened, c.skipped_at, c.remind_at, c.remind_asked, m.slack_user_id, m.locale, m.time_zone,
    (SELECT jsonb_build_object('channel', d.channel, 'ts', d.ts) FROM delivery d
      WHERE d.workspace_id = c.workspace_id AND d.key = 'check-in:' || c.check_in_id AND d.ts IS NOT NULL) AS message,
    (SELECT w.contact FROM workspace w WHERE w.workspace_id = c.workspace_id) AS contact,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'standard', i.standard_code, 'indicator', i.indicator_code, 'because', i.chosen_because,
              'lastAsked', ${epochMsOf(Prisma.sql`i.last_asked_at`)}, 'previous', i.previous_score,
              'previousAt', ${epochMsOf(Prisma.sql`i.previous_at`)},
              'closed', i.closed_at IS NOT NULL, 'note', n.text, 'visibility', n.visibility, 'evidence',
              (SELECT count(*)::int FROM evidence e
                WHERE e.workspace_id = c.workspace_id AND e.member_id = c.member_id
                  AND e.standard_code = i.standard_code AND e.indicator_code = i.indicator_code
                  AND e.created_at >= c.created_at AND e.created_at < c.closes_at)) ORDER BY i.position), '[]')
       FROM check_in_item i
       LEFT JOIN note n ON n.workspace_id = i.workspace_id AND n.check_in_id = i.check_in_id AND n.position = i.position
      WHERE i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id) AS items,
    (SELECT coalesce(jsonb_agg(b.display_name ORDER BY b.display_name), '[]')
       FROM supervision s
       JOIN member b ON b.workspace_id = s.workspace_id AND b.member_id = s.supervisor_id AND b.active
      WHERE s.workspace_id = c.workspace_id AND s.member_id = c.member_id AND ${holdsOn('s', ITS_SUNDAY)}) AS supervisors,
    CASE WHEN NOT ${somethingLeft('c')} THEN ${COVERED} END AS covered`;

const itemRow = z.object({
  standard: z.string(),
  indicator: z.string(),
  because: z.enum(CHOICE_REASONS),
  lastAsked: epochMs.nullable(),
  previous: scorePoint.nullable(),
  previousAt: epochMs.nullable(),
  closed: z.boolean(),
  note: z.string().nullable(),
  visibility: z.enum(VISIBILITIES).nullable(),
  evidence: z.int(),
});

const answers = z.record(z.string(), z.object({ answer: rating.nullable() }));

const checkInRow = z.object({
  workspace_id: z.string(),
  check_in_id: z.string(),
  member_id: z.string(),
  period: z.string(),
  period_ends_at: z.date(),
  closes_at: z.date(),
  version: z.int(),
  answers,
  reopened: z.boolean(),
  skipped_at: z.date().nullable(),
  remind_at: z.date().nullable(),
  remind_asked: z.boolean(),
  slack_user_id: z.string(),
  locale: z.enum(LOCALES),
  time_zone: z.string(),
  contact: z.string().nullable(),
  message: z.object({ channel: z.string(), ts: z.string() }).nullable(),
  items: z.array(itemRow),
  supervisors: z.array(z.string()),
  covered: z.array(z.object({ standardCode: z.string(), indicators: z.int() })).nullable(),
});

/** One row of `CHECK_IN_COLUMNS` as the domain knows it. */
export function parseCheckIn(row: unknown): CheckInForMember {
  const parsed = checkInRow.parse(row);
  return {
    checkIn: {
      workspaceId: parsed.workspace_id,
      checkInId: parsed.check_in_id,
      memberId: parsed.member_id,
      period: parsed.period,
      periodEndsAt: parsed.period_ends_at,
      closesAt: parsed.closes_at,
      version: parsed.version,
      reopened: parsed.reopened,
      skippedAt: parsed.skipped_at ?? undefined,
      remindAt: parsed.remind_at ?? undefined,
      remindAsked: parsed.remind_asked,
      items: parsed.items.map((item, position) => ({
        position,
        standardCode: item.standard,
        indicatorCode: item.indicator,
        answer: parsed.answers[position]?.answer ?? undefined,
        chosen: { because: item.because, lastAskedAt: item.lastAsked ?? undefined },
        previous:
          item.previous === null || item.previousAt === null
            ? undefined
            : { score: item.previous, at: item.previousAt },
        closed: item.closed,
        note:
          item.note === null || item.visibility === null
            ? undefined
            : { text: item.note, visibility: item.visibility },
        evidence: item.evidence,
      })),
    },
    recipient: { slackUserId: parsed.slack_user_id, locale: parsed.locale, timeZone: parsed.time_zone },
    audience: { supervisors: parsed.supervisors, contact: parsed.contact ?? undefined },
    covered: parsed.covered ?? undefined,
    message: parsed.message ?? undefined,
  };
}
