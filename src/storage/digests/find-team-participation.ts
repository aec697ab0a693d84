import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';
import { type TeamAt, team } from './team.ts';
import { wasAsked } from './was-asked.ts';

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
