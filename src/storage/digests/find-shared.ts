import { z } from 'zod';
import type { Shared, SharedEntry } from '../../domain/digest/weekly-digest.ts';
import { ITS_SUNDAY } from '../check-ins/check-in-rows.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';
import type { EarlierDigest } from './find-digest.ts';
import type { TeamAt } from './team.ts';

const entry = z.object({
  display_name: z.string(),
  standard_code: z.string(),
  indicator_code: z.string(),
  total: z.int(),
});

const sharedRow = z
  .discriminatedUnion('kind', [
    entry.extend({ kind: z.literal('note'), text: z.string() }),
    entry.extend({ kind: z.enum(['link', 'message']), url: z.string(), title: z.string().nullable() }),
  ])
  .transform((row): { entry: SharedEntry; total: number } => ({
    entry: {
      name: row.display_name,
      standardCode: row.standard_code,
      indicatorCode: row.indicator_code,
      shared:
        row.kind === 'note'
          ? { kind: 'note', text: row.text }
          : { kind: row.kind, url: row.url, title: row.title ?? undefined },
    },
    total: row.total,
  }));

/** Which of what was shared is a digest's. */
export interface SharedIn {
  readonly period: string;
  readonly periodStartsAt: Date;
  /** The digest before it: weeks without one lose nothing. */
  readonly previous: EarlierDigest | undefined;
}

/**
 * The notes and the evidence that were shared with a supervisor since the digest before and up to the cut-off, as they
 * were written or shared, newest first: at most `most` of them, and how many there are. What was changed after the
 * cut-off is for the next digest; what is the member's alone by now is for none. One statement.
 */
export async function findShared(
  db: Queryable,
  { workspaceId, supervisorId, lastDay, cutoffAt }: TeamAt,
  sharedIn: SharedIn,
  most: number,
): Promise<Shared> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH supervised AS (
      SELECT s.workspace_id, s.member_id, s.from_date, s.until_date, m.display_name
        FROM supervision s
        JOIN member m ON m.workspace_id = s.workspace_id AND m.member_id = s.member_id AND m.active
       WHERE s.workspace_id = ${workspaceId} AND s.supervisor_id = ${supervisorId}::uuid
    ), shared AS (
      SELECT notes.* FROM (${sharedNotes(sharedIn)}) notes WHERE notes.changed_at < ${cutoffAt}::timestamptz
       UNION ALL
      SELECT evidence.* FROM (${sharedEvidence(sharedIn, lastDay)}) evidence
       WHERE evidence.changed_at < ${cutoffAt}::timestamptz
    )
    SELECT x.display_name, x.standard_code, x.indicator_code, x.kind, x.text, x.url, x.title,
           count(*) OVER ()::int AS total
      FROM shared x
     ORDER BY x.changed_at DESC, x.id
     LIMIT ${most}`;
  const found = rows.map((row) => sharedRow.parse(row));
  return { newest: found.map(({ entry: each }) => each), total: found[0]?.total ?? 0 };
}

/**
 * A note is for whoever of the `supervised` rows `s` had its member on the Sunday of its check-in: its message names
 * them, however late it was shared and whoever has the team by now.
 */
function sharedNotes(sharedIn: SharedIn): Prisma.Sql {
  return Prisma.sql`
    SELECT s.display_name, n.standard_code, n.indicator_code, n.changed_at, n.note_id AS id,
           'note' AS kind, n.text, NULL AS url, NULL AS title
      FROM supervised s
      JOIN note n ON n.workspace_id = s.workspace_id AND n.member_id = s.member_id
      JOIN check_in c ON c.workspace_id = n.workspace_id AND c.check_in_id = n.check_in_id
     WHERE n.visibility = 'supervisor' AND ${isNew(sharedIn, Prisma.sql`n.changed_at`)} AND ${holdsOn('s', ITS_SUNDAY)}`;
}

/**
 * Evidence that was shared while a check-in was open that asks its indicator is that check-in's, as a note is. Other
 * evidence is for the supervisor of the digest's own Sunday, but not what was shared before with another.
 */
function sharedEvidence(sharedIn: SharedIn, lastDay: string): Prisma.Sql {
  const { periodStartsAt, previous } = sharedIn;
  return Prisma.sql`
    SELECT s.display_name, e.standard_code, e.indicator_code, e.changed_at, e.evidence_id AS id,
           e.kind, NULL AS text, e.url, e.title
      FROM supervised s
      JOIN evidence e ON e.workspace_id = s.workspace_id AND e.member_id = s.member_id
      LEFT JOIN LATERAL (
        SELECT k.period
          FROM check_in k
          JOIN check_in_item i ON i.workspace_id = k.workspace_id AND i.check_in_id = k.check_in_id
         WHERE k.workspace_id = e.workspace_id AND k.member_id = e.member_id
           AND i.standard_code = e.standard_code AND i.indicator_code = e.indicator_code
           AND k.created_at <= e.changed_at AND k.closes_at > e.changed_at
         ORDER BY k.created_at DESC LIMIT 1) c ON true
     WHERE e.visibility = 'supervisor'
       AND CASE WHEN c.period IS NULL
                THEN e.changed_at >= greatest(${previous?.cutoffAt ?? null}::timestamptz,
                                              least(${periodStartsAt}::timestamptz, s.from_date))
                     AND ${holdsOn('s', Prisma.sql`${lastDay}::date`)}
                ELSE ${isNew(sharedIn, Prisma.sql`e.changed_at`)} AND ${holdsOn('s', ITS_SUNDAY)} END`;
}

/**
 * Whether what was shared in a check-in aliased `c` has been in no digest yet: also of one that began, where its member
 * is, before the digest before was cut off where its reader is.
 */
function isNew({ period, previous }: SharedIn, changedAt: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (c.period <= ${period} AND NOT (c.period <= ${previous?.period ?? ''}
                                    AND ${changedAt} < ${previous?.cutoffAt ?? null}::timestamptz))`;
}
