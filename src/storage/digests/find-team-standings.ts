import { z } from 'zod';
import { rating } from '../../domain/check-in/rating.ts';
import type { Standing } from '../../domain/digest/weekly-digest.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { newestRevisions } from '../ratings/newest-revisions.ts';
import { type TeamAt, team } from './team.ts';

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
