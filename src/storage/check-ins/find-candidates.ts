import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { epochMs, epochMsOf } from '../epoch-ms.ts';
import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';

/** What was asked of a member, and what they are assigned to, on the day of a check-in. */
export interface CandidateFacts {
  readonly workspaceId: string;
  readonly memberId: string;
  /** What they work to → the check-ins with an answer since that began. */
  readonly standards: ReadonlyMap<string, number>;
  /** `standardCode indicatorCode` → when last in a check-in with an answer, and how many such there were since. */
  readonly asked: ReadonlyMap<string, { readonly at: Date; readonly answeredSince: number }>;
  /** `standardCode indicatorCode` of what they want to be asked about more often → since when. */
  readonly focus: ReadonlyMap<string, Date>;
}

export const candidateRow = z.object({
  workspace_id: z.string(),
  member_id: z.string(),
  standards: z.array(z.tuple([z.string(), z.int()])),
  asked: z.array(z.tuple([z.string(), z.string(), epochMs, z.int()])),
  focus: z.array(z.tuple([z.string(), z.string(), epochMs])),
});

/**
 * What `CANDIDATE_COLUMNS` reads, as common table expressions after one called `given` with "workspaceId", "memberId"
 * and the member's local `day`.
 */
export const CANDIDATE_TABLES = Prisma.sql`
    answered AS (
      SELECT c.workspace_id, c.member_id, c.check_in_id, c.created_at,
             row_number() OVER (PARTITION BY c.workspace_id, c.member_id ORDER BY c.created_at DESC)::int - 1 AS since
        FROM given d
        JOIN check_in c ON c.workspace_id = d."workspaceId" AND c.member_id = d."memberId"
       WHERE jsonb_path_exists(c.answers, '$.*.answer ? (@ != null)')
    ), asked AS (
      SELECT a.workspace_id, a.member_id, i.standard_code, i.indicator_code,
             ${epochMsOf(Prisma.sql`max(a.created_at)`)} AS at, min(a.since) AS since
        FROM answered a
        JOIN check_in_item i ON i.workspace_id = a.workspace_id AND i.check_in_id = a.check_in_id
       GROUP BY a.workspace_id, a.member_id, i.standard_code, i.indicator_code
    ), assigned AS (
      SELECT a.workspace_id, a.member_id, a.standard_code, max(a.from_date) AS from_date
        FROM given d
        JOIN assignment a ON a.workspace_id = d."workspaceId" AND a.member_id = d."memberId"
       WHERE ${holdsOn('a', Prisma.sql`d.day`)}
       GROUP BY a.workspace_id, a.member_id, a.standard_code
    )`;

/** The columns that `parseCandidates` reads, of a `given` called `d`. */
export const CANDIDATE_COLUMNS = Prisma.sql`
           d."workspaceId" AS workspace_id, d."memberId" AS member_id,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(s.standard_code,
                     (SELECT count(*) FROM answered a
                       WHERE a.workspace_id = s.workspace_id AND a.member_id = s.member_id
                         AND a.created_at >= s.from_date)) ORDER BY s.standard_code), '[]')
              FROM assigned s WHERE s.workspace_id = d."workspaceId" AND s.member_id = d."memberId") AS standards,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(k.standard_code, k.indicator_code, k.at, k.since)), '[]')
              FROM asked k WHERE k.workspace_id = d."workspaceId" AND k.member_id = d."memberId") AS asked,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(f.standard_code, f.indicator_code,
                                                        ${epochMsOf(Prisma.sql`f.set_at`)})
                                      ORDER BY f.set_at, f.standard_code, f.indicator_code), '[]')
              FROM focus f WHERE f.workspace_id = d."workspaceId" AND f.member_id = d."memberId") AS focus`;

export function parseCandidates({
  workspace_id,
  member_id,
  standards,
  asked,
  focus,
}: z.infer<typeof candidateRow>): CandidateFacts {
  return {
    workspaceId: workspace_id,
    memberId: member_id,
    standards: new Map(standards),
    asked: new Map(
      asked.map(([standard, indicator, at, answeredSince]) => [
        `${standard} ${indicator}`,
        { at, answeredSince },
      ]),
    ),
    focus: new Map(focus.map(([standard, indicator, at]) => [`${standard} ${indicator}`, at])),
  };
}

/** One statement for all the members of a batch. `day` is the member's local date, `2026-11-18`. */
export async function findCandidateFacts(
  db: Queryable,
  members: readonly { workspaceId: string; memberId: string; day: string }[],
): Promise<CandidateFacts[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
        AS d("workspaceId" text, "memberId" uuid, day date)
    ), ${CANDIDATE_TABLES}
    SELECT ${CANDIDATE_COLUMNS} FROM given d`;
  return rows.map((raw) => parseCandidates(candidateRow.parse(raw)));
}
