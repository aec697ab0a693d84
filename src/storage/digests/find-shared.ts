import { z } from 'zod';
import type { Shared, SharedEntry } from '../../domain/digest/weekly-digest.ts';
import type { Queryable } from '../database.ts';
import { type TeamAt, team } from './team.ts';

const entry = z.object({
  display_name: z.string(),
  standard_code: z.string(),
  indicator_code: z.string(),
  total: z.int(),
});

const sharedRow = z
  .discriminatedUnion('kind', [
    entry.extend({ kind: z.literal('note'), text: z.string() }),
    entry.extend({ kind: z.literal('evidence'), url: z.string(), title: z.string().nullable() }),
  ])
  .transform((row): { entry: SharedEntry; total: number } => ({
    entry: {
      name: row.display_name,
      standardCode: row.standard_code,
      indicatorCode: row.indicator_code,
      shared:
        row.kind === 'note'
          ? { kind: 'note', text: row.text }
          : { kind: 'evidence', url: row.url, title: row.title ?? undefined },
    },
    total: row.total,
  }));

/** From when on what was shared is a digest's. */
export interface SharedFrom {
  /** The cut-off of the digest before this one: weeks without a digest lose nothing. */
  readonly previousCutoffAt: Date | undefined;
  readonly periodStartsAt: Date;
}

/**
 * The notes and the evidence that the team shares with their supervisor, as they were written or shared since the
 * digest before and up to the cut-off, newest first: at most `most` of them, and how many there are. What somebody
 * shared in earlier weeks with the supervisor they had then is in no digest of the one they have now. What was changed
 * after the cut-off is for the next digest; what is the member's alone by now is for none. One statement.
 */
export async function findShared(
  db: Queryable,
  at: TeamAt,
  { previousCutoffAt, periodStartsAt }: SharedFrom,
  most: number,
): Promise<Shared> {
  const since = previousCutoffAt ?? periodStartsAt;
  const rows = await db.$queryRaw<unknown[]>`
    WITH team AS (${team(at)}),
    shared AS (
      SELECT n.workspace_id, n.member_id, n.standard_code, n.indicator_code, n.changed_at, n.note_id AS id,
             'note' AS kind, n.text, NULL AS url, NULL AS title
        FROM note n
       WHERE n.visibility = 'supervisor'
         AND n.changed_at >= ${since}::timestamptz AND n.changed_at < ${at.cutoffAt}::timestamptz
       UNION ALL
      SELECT e.workspace_id, e.member_id, e.standard_code, e.indicator_code, e.changed_at, e.evidence_id,
             'evidence', NULL, e.url, e.title
        FROM evidence e
       WHERE e.visibility = 'supervisor'
         AND e.changed_at >= ${since}::timestamptz AND e.changed_at < ${at.cutoffAt}::timestamptz
    )
    SELECT t.display_name, x.standard_code, x.indicator_code, x.kind, x.text, x.url, x.title,
           count(*) OVER ()::int AS total
      FROM team t
      JOIN shared x ON x.workspace_id = t.workspace_id AND x.member_id = t.member_id
       AND x.changed_at >= least(${periodStartsAt}::timestamptz, greatest(${since}::timestamptz, t.from_date))
     ORDER BY x.changed_at DESC, x.id
     LIMIT ${most}`;
  const found = rows.map((row) => sharedRow.parse(row));
  return { newest: found.map(({ entry: each }) => each), total: found[0]?.total ?? 0 };
}
