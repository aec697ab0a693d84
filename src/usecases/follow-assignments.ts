import { nextReminderAt } from '../domain/check-in/reminders.ts';
import {
  matchItemsToAssignments,
  type SilentCheckIn,
} from '../storage/check-ins/match-items-to-assignments.ts';
import { setReminders } from '../storage/check-ins/set-reminders.ts';
import type { Queryable } from '../storage/database.ts';
import { findTerms } from '../storage/people/find-terms.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';

/**
 * Brings open check-ins in line with what is assigned to these members now: what is not any more needs no answer, what
 * is again can be answered and is reminded of.
 */
export async function followAssignments(
  context: Context,
  tx: Queryable,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<void> {
  const now = context.now();
  const silent = await matchItemsToAssignments(tx, workspaceId, memberIds, now);
  if (silent.length > 0) await remindAgain(context, tx, workspaceId, silent, now);
}

async function remindAgain(
  context: Context,
  tx: Queryable,
  workspaceId: string,
  silent: readonly SilentCheckIn[],
  now: Date,
): Promise<void> {
  const memberIds = silent.map(({ memberId }) => memberId);
  const terms = await findTerms(tx, workspaceId, memberIds, now);
  const calendarAt = await context.calendars.read(tx, terms);
  const termsOf = new Map(terms.map((each) => [each.memberId, each]));
  const reminders = silent.flatMap(({ checkInId, memberId, closesAt, sentUnasked }) => {
    const member = termsOf.get(memberId);
    if (member === undefined || sentUnasked >= member.schedule.reminders) return [];
    const remindAt = nextReminderAt(timetableOf(calendarAt, member), now, closesAt);
    return remindAt === undefined ? [] : [{ checkInId, remindAt, asked: false }];
  });
  await setReminders(tx, workspaceId, reminders);
}
