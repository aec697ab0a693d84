import { periodOf } from '../domain/check-in/period.ts';
import type { Queryable } from '../storage/database.ts';
import type { Context } from './context.ts';
import { queueNotices } from './notices-in-the-way.ts';

/** Whoever is told to read the notice first is sent it, at once and on any day: it has to be there. */
export async function sendNoticeFirst(
  context: Context,
  tx: Queryable,
  {
    timeZone,
    ...member
  }: { readonly workspaceId: string; readonly memberId: string; readonly timeZone: string },
): Promise<void> {
  const now = context.now();
  const toTell = [{ ...member, period: periodOf(now, timeZone) }];
  const queued = await queueNotices(context, tx, toTell, { now, asked: true });
  if (queued > 0) await context.wakeSender(tx, [member.workspaceId]);
}
