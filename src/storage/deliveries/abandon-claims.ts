import { z } from 'zod';
import type { Queryable } from '../database.ts';

const row = z.object({ abandoned: z.int(), oldest_left: z.date().nullable() });

/**
 * Marks as uncertain what a sender claimed before `claimedBefore` and never finished: its process died, and nobody
 * knows whether the request had left. For one workspace, or for all. Answers how many, and when the oldest of the
 * claims that are left was made.
 */
export async function abandonClaims(
  db: Queryable,
  claimedBefore: Date,
  workspaceId: string | null = null,
): Promise<{ abandoned: number; oldestLeft: Date | undefined }> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH abandoned AS (
      UPDATE delivery SET state = 'uncertain', reason = 'sender-died'
       WHERE state = 'sending' AND claimed_at < ${claimedBefore}::timestamptz
         AND (${workspaceId}::text IS NULL OR workspace_id = ${workspaceId})
      RETURNING delivery_id
    )
    SELECT (SELECT count(*)::int FROM abandoned) AS abandoned,
           (SELECT min(claimed_at) FROM delivery
             WHERE state = 'sending' AND claimed_at >= ${claimedBefore}::timestamptz
               AND (${workspaceId}::text IS NULL OR workspace_id = ${workspaceId})) AS oldest_left`;
  const { abandoned, oldest_left } = row.parse(rows[0]);
  return { abandoned, oldestLeft: oldest_left ?? undefined };
}
