import { z } from 'zod';
import { rating } from '../../domain/check-in/rating.ts';
import type { Standing } from '../../domain/digest/weekly-digest.ts';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';
import { newestRevisions } from '../ratings/newest-revisions.ts';
import { wasAsked } from './was-asked.ts';

export interface DigestHeader {
  readonly digestId: string;
  readonly supervisorId: string;
  readonly period: string;
  readonly cutoffAt: Date;
  /** Of the digest before this one; undefined for the first. */
  readonly previousCutoffAt: Date | undefined;
  readonly target: number;
  readonly recipient: { readonly slackUserId: string; readonly locale: Locale; readonly timeZone: string };
}

const headerRow = z
  .object({
    digest_id: z.string(),
    supervisor_id: z.string(),
    period: z.string(),
    cutoff_at: z.date(),
    previous_cutoff_at: z.date().nullable(),
    target: z.int(),
    slack_user_id: z.string(),
    locale: z.enum(LOCALES),
    time_zone: z.string(),
  })
  .transform(
    (row): DigestHeader => ({
      digestId: row.digest_id,
      supervisorId: row.supervisor_id,
      period: row.period,
      cutoffAt: row.cutoff_at,
      previousCutoffAt: row.previous_cutoff_at ?? undefined,
      target: row.target,
      recipient: { slackUserId: row.slack_user_id, locale: row.locale, timeZone: row.time_zone },
    }),
  );

/** The digest and its reader, or undefined when the supervisor has left. */
export async function findDigest(
  db: Queryable,
  workspaceId: string,
  digestId: string,
): Promise<DigestHeader | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT d.digest_id, d.supervisor_id, d.period, d.cutoff_at, w.target, m.slack_user_id, m.locale, m.time_zone,
           (SELECT max(p.cutoff_at) FROM digest p
             WHERE p.workspace_id = d.workspace_id AND p.supervisor_id = d.supervisor_id
               AND p.cutoff_at < d.cutoff_at) AS previous_cutoff_at
      FROM digest d
      JOIN workspace w ON w.workspace_id = d.workspace_id
      JOIN member m ON m.workspace_id = d.workspace_id AND m.member_id = d.supervisor_id AND m.active
     WHERE d.workspace_id = ${workspaceId} AND d.digest_id = ${digestId}::uuid`;
  return rows.map((row) => headerRow.parse(row))[0];
}

/** Whose team, as of which day, and up to which instant answers count. */
export interface TeamAt {
  readonly workspaceId: string;
  readonly supervisorId: string;
  /** `2026-11-22` */
  readonly lastDay: string;
  readonly cutoffAt: Date;
}

/** The members of that team: `workspace_id`, `member_id`, `display_name`, `from_date`. */
export function team({ workspaceId, supervisorId, lastDay }: TeamAt): Prisma.Sql {
  return Prisma.sql`
    SELECT m.workspace_id, m.member_id, m.display_name, s.from_date
      FROM supervision s
      JOIN member m ON m.workspace_id = s.workspace_id AND m.member_id = s.member_id AND m.active
     WHERE s.workspace_id = ${workspaceId} AND s.supervisor_id = ${supervisorId}::uuid
       AND ${holdsOn('s', Prisma.sql`${lastDay}::date`)}`;
}

const periodCount = z.object({
  period: z.string(),
  skipped: z.boolean(),
  asked: z.int(),
  answered: z.int(),
  late: z.int(),
});

/** What one member was asked in one period, in items. */
export type PeriodCount = z.infer<typeof periodCount>;

export interface MemberParticipation {
  readonly memberId: string;
  readonly displayName: string;
  readonly standardCodes: readonly string[];
  /** Those in which there was something to ask; what was skipped, then or later, counts for nothing else. */
  readonly periods: readonly PeriodCount[];
}

const participationRow = z
  .object({
    member_id: z.string(),
    display_name: z.string(),
    standards: z.array(z.string()),
    periods: z.array(periodCount),
  })
  .transform(
    (row): MemberParticipation => ({
      memberId: row.member_id,
      displayName: row.display_name,
      standardCodes: row.standards.sort(),
      periods: row.periods,
    }),
  );

/**
 * Everybody of the team, what they work to, and what came back in each of the periods; one statement. What nobody
 * answered and was closed before the cut-off, because the standard was taken away, was not asked, nor was what never
 * reached anybody.
 */
export async function findTeamParticipation(
  db: Queryable,
  at: TeamAt,
  periods: readonly string[],
): Promise<MemberParticipation[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH team AS (${team(at)}),
    answered AS (
      SELECT r.workspace_id, r.check_in_id, r.position,
             (array_agg(r.kind ORDER BY r.action_ts DESC))[1] AS kind,
             bool_and(r.late) FILTER (WHERE r.kind <> 'taken-back') AS late
        FROM rating r
        JOIN check_in c ON c.workspace_id = r.workspace_id AND c.check_in_id = r.check_in_id
        JOIN team t ON t.workspace_id = c.workspace_id AND t.member_id = c.member_id
       WHERE c.period = ANY(${[...periods]}) AND r.answered_at < ${at.cutoffAt}::timestamptz
       GROUP BY r.workspace_id, r.check_in_id, r.position
    ), counted AS (
      SELECT c.workspace_id, c.member_id, c.period, c.skipped_at IS NOT NULL AS skipped, count(*)::int AS asked,
             count(*) FILTER (WHERE a.kind <> 'taken-back')::int AS answered,
             count(*) FILTER (WHERE a.kind <> 'taken-back' AND a.late)::int AS late
        FROM team t
        JOIN check_in c ON c.workspace_id = t.workspace_id AND c.member_id = t.member_id
        JOIN check_in_item i ON i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
        LEFT JOIN answered a ON a.workspace_id = i.workspace_id AND a.check_in_id = i.check_in_id
                            AND a.position = i.position
       WHERE c.period = ANY(${[...periods]}) AND c.created_at < ${at.cutoffAt}::timestamptz
         AND (c.skipped_at IS NOT NULL OR ${wasAsked(Prisma.sql`${at.cutoffAt}::timestamptz`)})
         AND (i.closed_at IS NULL OR i.closed_at >= ${at.cutoffAt}::timestamptz OR a.kind <> 'taken-back')
       GROUP BY c.workspace_id, c.check_in_id
    )
    SELECT t.member_id, t.display_name,
           (SELECT coalesce(jsonb_agg(DISTINCT a.standard_code), '[]') FROM assignment a
             WHERE a.workspace_id = t.workspace_id AND a.member_id = t.member_id
               AND ${holdsOn('a', Prisma.sql`${at.lastDay}::date`)}) AS standards,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'period', k.period, 'skipped', k.skipped, 'asked', k.asked, 'answered', k.answered, 'late', k.late)), '[]')
              FROM counted k WHERE k.workspace_id = t.workspace_id AND k.member_id = t.member_id) AS periods
      FROM team t
     ORDER BY t.display_name, t.member_id`;
  return rows.map((row) => participationRow.parse(row));
}

const standingRow = z
  .object({
    member_id: z.string(),
    standard_code: z.string(),
    indicator_code: z.string(),
    score: z.int().nullable(),
  })
  .transform(
    (row): Standing => ({
      memberId: row.member_id,
      standardCode: row.standard_code,
      indicatorCode: row.indicator_code,
      rating: rating.parse(row.score ?? 'no-opportunity'),
    }),
  );

/**
 * The team's standings at the cut-off: for every (member, indicator) the latest rating given since
 * `validSince`; an answer that was taken back does not count. One statement.
 */
export async function findTeamStandings(db: Queryable, at: TeamAt, validSince: Date): Promise<Standing[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH team AS (${team(at)}),
    current AS (
      ${newestRevisions(Prisma.sql`
        JOIN team t ON t.workspace_id = r.workspace_id AND t.member_id = r.member_id
       WHERE r.answered_at < ${at.cutoffAt}::timestamptz AND r.answered_at >= ${validSince}::timestamptz`)}
    )
    SELECT DISTINCT ON (member_id, standard_code, indicator_code) member_id, standard_code, indicator_code, score
      FROM current
     WHERE kind <> 'taken-back'
     ORDER BY member_id, standard_code, indicator_code, action_ts DESC`;
  return rows.map((row) => standingRow.parse(row));
}
