import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';

/** A digest and who reads it. */
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
