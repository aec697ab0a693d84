import { localDay } from '../domain/check-in/local-time.ts';
import { addPeriods, periodEnd, periodOf } from '../domain/check-in/period.ts';
import { latestOccurrence, nextOccurrence } from '../domain/check-in/schedule.ts';
import type { Queryable } from '../storage/database.ts';
import { insertDigests, type NewDigest } from '../storage/digests/insert-digests.ts';
import { claimDueMembers, type DueMember, setNextDue } from '../storage/people/due-members.ts';
import type { Context } from './context.ts';

const BATCH = 500;

/** Creates the digests that are due, with their deliveries, batch by batch; answers how many. */
export async function planDigests(context: Context): Promise<number> {
  let created = 0;
  for (;;) {
    const batch = await context.database.prisma.$transaction((tx) => planBatch(context, tx));
    created += batch.created;
    if (batch.claimed < BATCH) return created;
  }
}

async function planBatch(context: Context, tx: Queryable): Promise<{ claimed: number; created: number }> {
  const now = context.now();
  const supervisors = await claimDueMembers(tx, 'digest', now, BATCH);
  if (supervisors.length === 0) return { claimed: 0, created: 0 };
  const planned = supervisors.map((supervisor) => plan(context, supervisor, now));
  const created = await insertDigests(tx, planned, now);
  await setNextDue(
    tx,
    supervisors.map(({ workspaceId, memberId, timeZone, schedule }) => ({
      workspaceId,
      memberId,
      kind: 'digest',
      nextAt: nextOccurrence(schedule.digest, timeZone, now),
    })),
  );
  if (created.length > 0) {
    await context.wakeSender(tx, [...new Set(planned.map(({ workspaceId }) => workspaceId))]);
  }
  return { claimed: supervisors.length, created: created.length };
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
