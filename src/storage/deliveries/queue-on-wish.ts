import { REVIVED_FROM } from '../../domain/delivery/delivery.ts';
import type { Queryable } from '../database.ts';
import { QUEUED_ANEW } from './queued-anew.ts';

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
    UPDATE delivery d
       SET ${QUEUED_ANEW}, asked = true
     WHERE d.workspace_id = ${workspaceId} AND d.key = 'check-in:' || ${checkInId}
       AND (d.state = 'sending' OR d.state = ANY(${[...REVIVED_FROM.wish]}))`;
  return queued > 0;
}
