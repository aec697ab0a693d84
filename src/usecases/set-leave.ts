import { type DaysProblem, problemWithDays } from '../domain/check-in/absence.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { insertLeave, type Leave } from '../storage/people/leaves.ts';
import { type Asker, changeOwnTimes, type OwnChange } from './change-own-times.ts';
import type { Context } from './context.ts';

/**
 * `not-a-day`: no calendar has it; `in-the-past`: over already; `begun-long-ago`: not over, and begun more than a
 * month ago; `too-far`: ends more than two years from now; `overlaps`: they have other leave on one of the days.
 */
export type LeaveProblem = DaysProblem | 'overlaps';

interface EnteredLeave {
  readonly leave: Leave;
  /** The day it is for them. */
  readonly today: string;
}

/**
 * The one who asks is away from `from` to `lastDay`, both included (`2026-12-24`, on their wall): no check-in and no
 * digest comes on these days.
 */
export async function setLeave(
  context: Context,
  { from, lastDay, ...asker }: Asker & { readonly from: string; readonly lastDay: string },
): Promise<OwnChange<LeaveProblem, EnteredLeave>> {
  return await changeOwnTimes<LeaveProblem, EnteredLeave>(
    context,
    asker,
    async (tx, { memberId, timeZone }) => {
      const today = localDay(context.now(), timeZone);
      const problem = problemWithDays({ from, lastDay }, today);
      if (problem !== undefined) return { problem };
      const { workspaceId } = asker;
      const leave = { leaveId: context.newId(), from, lastDay };
      const leaveId = await insertLeave(tx, { ...leave, workspaceId, memberId });
      return leaveId === undefined
        ? { problem: 'overlaps' }
        : { done: { leave: { ...leave, leaveId }, today } };
    },
  );
}
