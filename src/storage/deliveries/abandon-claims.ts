import type { Queryable } from '../database.ts';

/**
 * Marks as uncertain what a sender claimed before `claimedBefore` and never finished: its process died, and nobody
 * knows whether the request had left. For one workspace, or for all. Answers how many.
 */
export async function abandonClaims(
  db: Queryable,
  claimedBefore: Date,
  workspaceId: string | null = null,
): Promise<number> {
  return await db.$executeRaw`
    UPDATE delivery SET state = 'uncertain', reason = 'sender-died'
     WHERE state = 'sending' AND claimed_at < ${claimedBefore}::timestamptz
       AND (${workspaceId}::text IS NULL OR workspace_id = ${workspaceId})`;
}
