import { z } from 'zod';
import type { Queryable } from '../database.ts';

/** Why messages failed in a week, and how many so far. */
export interface Trouble {
  readonly troubleId: string;
  readonly reason: string;
  readonly failed: number;
  /** Those whom Slack refuses for this reason, by name, sorted. */
  readonly unreachable: readonly string[];
}

const troubleRow = z
  .object({ trouble_id: z.string(), reason: z.string(), failed: z.int(), unreachable: z.array(z.string()) })
  .transform(
    (row): Trouble => ({
      troubleId: row.trouble_id,
      reason: row.reason,
      failed: row.failed,
      unreachable: row.unreachable,
    }),
  );

/** The troubles of these ids, as they are now. */
export async function findTroubles(
  db: Queryable,
  workspaceId: string,
  troubleIds: readonly string[],
): Promise<Trouble[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT t.trouble_id, t.reason, t.failed,
           (SELECT coalesce(jsonb_agg(m.display_name ORDER BY m.display_name), '[]')
              FROM member m
             WHERE m.workspace_id = t.workspace_id AND m.active AND m.unreachable_reason = t.reason) AS unreachable
      FROM trouble t
     WHERE t.workspace_id = ${workspaceId} AND t.trouble_id = ANY(${[...troubleIds]}::uuid[])`;
  return rows.map((raw) => troubleRow.parse(raw));
}
