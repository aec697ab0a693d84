import { owedDigests } from '../domain/digest/digest-times.ts';
import { insertDigests } from '../storage/digests/insert-digests.ts';
import type { Context } from './context.ts';
import { oncePerTimetable, serveDueMembers } from './due-batches.ts';

/** Creates the digests that are due, at most one for a supervisor, with their deliveries; answers how many. */
export async function planDigests(context: Context): Promise<number> {
  return await serveDueMembers(context, 'digest', async (tx, supervisors, now, calendarAt) => {
    const owedTo = oncePerTimetable(calendarAt, (timetable, nextAt) => owedDigests(timetable, nextAt, now));
    const owed = supervisors.map((supervisor) => ({ supervisor, ...owedTo(supervisor) }));
    const planned = owed.flatMap(({ supervisor: { workspaceId, memberId }, due }) =>
      due.map((frame) => ({
        ...frame,
        workspaceId,
        supervisorId: memberId,
        digestId: context.newId(),
        deliveryId: context.newId(),
      })),
    );
    const created = planned.length === 0 ? 0 : (await insertDigests(tx, planned, now)).length;
    const withSomethingDue = owed.filter(({ due }) => due.length > 0).length;
    return {
      created,
      next: owed.map(({ supervisor: { workspaceId, memberId }, nextAt }) => ({
        workspaceId,
        memberId,
        kind: 'digest',
        nextAt,
      })),
      skipped: {
        'nothing-to-say': withSomethingDue - created,
        'not-yet': owed.length - withSomethingDue,
        stale: owed.reduce((sum, { stale }) => sum + stale, 0),
      },
    };
  });
}
