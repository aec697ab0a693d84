import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';
import { localDate } from '../people/holds-on.ts';

/** What an earlier digest was about, and up to when. */
export interface EarlierDigest {
  readonly period: string;
  readonly cutoffAt: Date;
}

/** A digest and who reads it. */
export interface DigestHeader {
  readonly digestId: string;
  readonly supervisorId: string;
  readonly period: string;
  readonly cutoffAt: Date;
  /** The last one before it that its reader has, or will have; undefined where there is none. */
  readonly previous: EarlierDigest | undefined;
  readonly target: number;
  readonly recipient: { readonly slackUserId: string; readonly locale: Locale; readonly timeZone: string };
}

const headerRow = z
  .object({
    digest_id: z.string(),
    supervisor_id: z.string(),
    period: z.string(),
    cutoff_at: z.date(),
    previous_period: z.string().nullable(),
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
      previous:
        row.previous_period === null || row.previous_cutoff_at === null
          ? undefined
          : { period: row.previous_period, cutoffAt: row.previous_cutoff_at },
      target: row.target,
      recipient: { slackUserId: row.slack_user_id, locale: row.locale, timeZone: row.time_zone },
    }),
  );

/**
 * The digest and its reader, or undefined when the supervisor has left. An earlier one that failed or was cancelled was
 * read by nobody; nor will one be that is not known to have arrived and is too old by `now` to be sent (`isStale`).
 */
export async function findDigest(
  db: Queryable,
  workspaceId: string,
  digestId: string,
  now: Date,
): Promise<DigestHeader | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT d.digest_id, d.supervisor_id, d.period, d.cutoff_at, w.target, m.slack_user_id, m.locale, m.time_zone,
           p.period AS previous_period, p.cutoff_at AS previous_cutoff_at
      FROM digest d
      JOIN workspace w ON w.workspace_id = d.workspace_id
      JOIN member m ON m.workspace_id = d.workspace_id AND m.member_id = d.supervisor_id AND m.active
      LEFT JOIN LATERAL (
        SELECT e.period, e.cutoff_at
          FROM digest e
          JOIN delivery v ON v.workspace_id = e.workspace_id
                         AND v.key = 'digest:' || e.supervisor_id || ':' || e.period
         WHERE e.workspace_id = d.workspace_id AND e.supervisor_id = d.supervisor_id AND e.cutoff_at < d.cutoff_at
           AND (v.state = 'sent'
                OR (v.state IN ('queued', 'sending', 'uncertain')
                    AND ${localDate('m', now)} < to_date(e.period, 'IYYY-"W"IW') + 21))
         ORDER BY e.cutoff_at DESC LIMIT 1) p ON true
     WHERE d.workspace_id = ${workspaceId} AND d.digest_id = ${digestId}::uuid`;
  return rows.map((row) => headerRow.parse(row))[0];
}
