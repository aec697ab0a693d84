import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { holdsOn } from '../people/holds-on.ts';
import { wasAsked } from './was-asked.ts';

export interface NewDigest {
  readonly workspaceId: string;
  readonly digestId: string;
  readonly deliveryId: string;
  readonly supervisorId: string;
  readonly period: string;
  readonly cutoffAt: Date;
  /** The period's Sunday, `2026-11-22`: supervision counts as of that day. */
  readonly lastDay: string;
}

const insertedRow = z.object({ digest_id: z.string() });

/**
 * Creates digests with their deliveries, in one statement: of those given for a supervisor, the one about the newest
 * period in which somebody of the team was asked, and did not skip it, unless it is there already. Answers the ids of
 * those created.
 */
export async function insertDigests(
  db: Queryable,
  digests: readonly NewDigest[],
  now: Date,
): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(digests)}::jsonb)
        AS g("workspaceId" text, "digestId" uuid, "deliveryId" uuid, "supervisorId" uuid, period text,
             "cutoffAt" timestamptz, "lastDay" date)
    ), worth AS (
      SELECT DISTINCT ON (g."workspaceId", g."supervisorId") g.*
        FROM given g
       WHERE EXISTS (SELECT FROM supervision s
                       JOIN check_in c ON c.workspace_id = s.workspace_id AND c.member_id = s.member_id
                      WHERE s.workspace_id = g."workspaceId" AND s.supervisor_id = g."supervisorId"
                        AND ${holdsOn('s', Prisma.sql`g."lastDay"`)}
                        AND c.period = g.period AND c.created_at < g."cutoffAt" AND c.skipped_at IS NULL
                        AND ${wasAsked(Prisma.sql`g."cutoffAt"`)})
       ORDER BY g."workspaceId", g."supervisorId", g.period DESC
    ), made AS (
      INSERT INTO digest (workspace_id, digest_id, supervisor_id, period, cutoff_at, created_at)
      SELECT "workspaceId", "digestId", "supervisorId", period, "cutoffAt", ${now}::timestamptz FROM worth
      ON CONFLICT (workspace_id, supervisor_id, period) DO NOTHING
      RETURNING workspace_id, digest_id, supervisor_id, period
    ), deliveries AS (
      INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, created_at, available_at)
      SELECT m.workspace_id, g."deliveryId", 'digest:' || m.supervisor_id || ':' || m.period, 'weekly-digest',
             m.supervisor_id, m.digest_id, 'queued', ${now}::timestamptz, 'epoch'
        FROM made m
        JOIN given g ON g."workspaceId" = m.workspace_id AND g."digestId" = m.digest_id
    )
    SELECT digest_id FROM made`;
  return rows.map((raw) => insertedRow.parse(raw).digest_id);
}
