import type { Queryable } from '../storage/database.ts';
import { queueAgain } from '../storage/deliveries/queue-again.ts';
import type { ScheduleScope } from '../storage/people/member-schedules.ts';
import type { Context } from './context.ts';

/**
 * Whoever is back is sent the check-in that was withdrawn when they left, and whose work is theirs again the one that
 * was withdrawn when it was not, while it can be answered still.
 */
export async function sendAfterAll(context: Context, scope: ScheduleScope, tx: Queryable): Promise<void> {
  const queued = await queueAgain(tx, scope, context.now());
  if (queued > 0) await context.wakeSender(tx, [scope.workspaceId]);
}
