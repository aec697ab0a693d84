import type { Queryable } from '../database.ts';

/**
 * On a member's wish the message of their open check-in goes out, on any day: one that waits, and one that was not to be
 * sent any more. It stays the one delivery of its check-in. Answers whether it is queued; otherwise it is on its way
 * already.
 */
export async function queueOnWish(
  tx: Queryable,
  { workspaceId, checkInId }: { readonly workspaceId: string; readonly checkInId: string },
): Promise<boolean> {
  const queued = await tx.$executeRaw`
    UPDATE delivery
       SET state = 'queued', reason = NULL, asked = true, held_until = NULL, attempts = 0, claimed_by = NULL,
           available_at = 'epoch'
     WHERE workspace_id = ${workspaceId} AND key = 'check-in:' || ${checkInId}
       AND state IN ('queued', 'cancelled', 'failed')`;
  return queued > 0;
}
