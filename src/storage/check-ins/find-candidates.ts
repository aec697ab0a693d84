import { z } from 'zod';
import type { Queryable } from '../database.ts';

/** What was asked of a member, and what they are assigned to, on the day of a check-in. */
export interface CandidateFacts {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly standardCodes: readonly string[];
  /** `standardCode indicatorCode` → when last in a check-in in which the member answered anything, epoch ms. */
  readonly lastAsked: ReadonlyMap<string, number>;
}

const row = z.object({
  workspace_id: z.string(),
  member_id: z.string(),
  standards: z.array(z.string()),
  asked: z.array(z.tuple([z.string(), z.string(), z.number()])),
});

/** One statement for all the members of a batch. `day` is the member's local date, `2026-11-18`. */
export async function findCandidateFacts(
  db: Queryable,
  members: readonly { workspaceId: string; memberId: string; day: string }[],
): Promise<CandidateFacts[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT d.workspace_id, d.member_id,
           (SELECT coalesce(jsonb_agg(DISTINCT a.standard_code), '[]')
              FROM assignment a
             WHERE a.workspace_id = d.workspace_id AND a.member_id = d.member_id
               AND a.from_date <= d.day AND (a.until_date IS NULL OR a.until_date > d.day)) AS standards,
           (SELECT coalesce(jsonb_agg(jsonb_build_array(l.standard_code, l.indicator_code, l.asked)), '[]')
              FROM (SELECT i.standard_code, i.indicator_code,
                           floor(extract(epoch FROM max(c.created_at)) * 1000)::bigint AS asked
                      FROM check_in c
                      JOIN check_in_item i ON i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
                     WHERE c.workspace_id = d.workspace_id AND c.member_id = d.member_id
                       AND jsonb_path_exists(c.answers, '$.*.answer ? (@ != null)')
                     GROUP BY i.standard_code, i.indicator_code) l) AS asked
      FROM jsonb_to_recordset(${JSON.stringify(
        members.map(({ workspaceId, memberId, day }) => ({
          workspace_id: workspaceId,
          member_id: memberId,
          day,
        })),
      )}::jsonb) AS d(workspace_id text, member_id uuid, day date)`;
  return rows.map((raw) => {
    const { workspace_id, member_id, standards, asked } = row.parse(raw);
    return {
      workspaceId: workspace_id,
      memberId: member_id,
      standardCodes: standards.sort(),
      lastAsked: new Map(asked.map(([standard, indicator, at]) => [`${standard} ${indicator}`, at])),
    };
  });
}
