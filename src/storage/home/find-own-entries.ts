import { z } from 'zod';
import type { EntriesPage } from '../../domain/home/home.ts';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';
import { holdsOn, localDate } from '../people/holds-on.ts';
import { evidenceObject, evidenceRow, noteObject, noteRow } from './entry-rows.ts';

/** So many are on a page. */
const SIZE = 20;

/** A page of somebody's notes and evidence, and how to show it to them. */
export interface OwnEntriesFacts extends EntriesPage {
  readonly locale: Locale;
  readonly timeZone: string;
  /** What they work to now. */
  readonly standardCodes: readonly string[];
}

const row = z.object({
  locale: z.enum(LOCALES),
  time_zone: z.string(),
  standards: z.array(z.string()),
  notes: z.int(),
  evidence: z.int(),
  page: z.int(),
  entries: z.array(z.union([noteRow, evidenceRow])),
});

/**
 * The notes and evidence of the active member behind a Slack user, newest first, one page of them (from 0; the last one
 * where there are not so many) in one statement; undefined for a stranger.
 */
export async function findOwnEntries(
  db: Queryable,
  { workspaceId, slackUserId }: { readonly workspaceId: string; readonly slackUserId: string },
  page: number,
  now: Date,
): Promise<OwnEntriesFacts | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH own AS (
      SELECT m.workspace_id, m.member_id, m.locale, m.time_zone,
             (SELECT coalesce(jsonb_agg(a.standard_code ORDER BY a.standard_code), '[]') FROM assignment a
               WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id
                 AND ${holdsOn('a', localDate('m', now))}) AS standards,
             (SELECT count(*)::int FROM note n
               WHERE n.workspace_id = m.workspace_id AND n.member_id = m.member_id) AS notes,
             (SELECT count(*)::int FROM evidence e
               WHERE e.workspace_id = m.workspace_id AND e.member_id = m.member_id) AS evidence
        FROM member m
       WHERE m.workspace_id = ${workspaceId} AND m.slack_user_id = ${slackUserId} AND m.active
    ), asked AS (
      SELECT own.*, least(${page}::int, greatest(notes + evidence - 1, 0) / ${SIZE}::int) AS page FROM own
    )
    SELECT o.locale, o.time_zone, o.standards, o.notes, o.evidence, o.page,
           (SELECT coalesce(jsonb_agg(x.entry ORDER BY x.at DESC, x.id), '[]')
              FROM (SELECT y.*
                      FROM (SELECT ${noteObject} AS entry, n.changed_at AS at, n.note_id AS id
                              FROM note n
                             WHERE n.workspace_id = o.workspace_id AND n.member_id = o.member_id
                            UNION ALL
                            SELECT ${evidenceObject}, e.created_at, e.evidence_id
                              FROM evidence e
                             WHERE e.workspace_id = o.workspace_id AND e.member_id = o.member_id) y
                     ORDER BY y.at DESC, y.id
                     LIMIT ${SIZE} OFFSET o.page * ${SIZE}::int) x) AS entries
      FROM asked o`;
  const [found] = z.array(row).parse(rows);
  if (found === undefined) return undefined;
  const { locale, time_zone: timeZone, standards: standardCodes, notes, evidence, entries } = found;
  const pages = Math.max(1, Math.ceil((notes + evidence) / SIZE));
  return { locale, timeZone, standardCodes, notes, evidence, page: found.page, pages, entries };
}
