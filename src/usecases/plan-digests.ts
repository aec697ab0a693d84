import { localDay } from '../domain/check-in/local-time.ts';
import { addPeriods, periodEnd, periodOf } from '../domain/check-in/period.ts';
import { latestOccurrence } from '../domain/check-in/schedule.ts';
import { insertDigests, type NewDigest } from '../storage/digests/insert-digests.ts';
import type { DueMember } from '../storage/people/due-members.ts';
import type { Context } from './context.ts';
import { serveDueMembers } from './due-batches.ts';

/** Creates the digests that are due, with their deliveries; answers how many. */
export async function planDigests(context: Context): Promise<number> {
  return await serveDueMembers(context, 'digest', async (tx, supervisors, now) => {
    const planned = supervisors.map((supervisor) => plan(context, supervisor, now));
    return (await insertDigests(tx, planned, now)).length;
  });
}

/** About the period before the one in which the digest fell due, as of that period's last midnight. */
function plan(
  context: Context,
  { workspaceId, memberId, timeZone, schedule }: DueMember,
  now: Date,
): NewDigest {
  const dueAt = latestOccurrence(schedule.digest, timeZone, now);
  const period = addPeriods(periodOf(dueAt, timeZone), -1);
  const cutoffAt = periodEnd(period, timeZone);
  return {
    workspaceId,
    digestId: context.newId(),
    deliveryId: context.newId(),
    supervisorId: memberId,
    period,
    cutoffAt,
    lastDay: localDay(new Date(cutoffAt.getTime() - 1), timeZone),
  };
}
