import { checkInTimeOf, leavesADay, type Preference, workWeekOf } from '../domain/check-in/preference.ts';
import { type Schedule, weeklyTime } from '../domain/check-in/schedule.ts';
import { savePreference } from '../storage/people/preferences.ts';
import { findSchedule } from '../storage/people/schedules.ts';
import { type Asker, changeOwnTimes, type OwnChange } from './change-own-times.ts';
import type { Context } from './context.ts';

/**
 * `not-a-weekday`: neither 1 Monday … 7 Sunday; `not-a-time`: not `HH:mm`; `no-day-left`: from their check-in's
 * weekday to Sunday they always rest, so that none would ever come.
 */
export type PreferenceProblem = 'not-a-weekday' | 'not-a-time' | 'no-day-left';

/**
 * Makes this the preference of the one who asks: all of it, so that what is undefined (or, of the rest days, empty)
 * is as in the workspace from here on.
 */
export async function setPreference(
  context: Context,
  { preference, ...asker }: Asker & { readonly preference: Preference },
): Promise<OwnChange<PreferenceProblem>> {
  return await changeOwnTimes<PreferenceProblem, object>(context, asker, async (tx, { memberId }) => {
    const schedule = await findSchedule(tx, asker.workspaceId);
    if (schedule === undefined) throw new Error('a member has a workspace, and that has a schedule');
    const problem = problemWith(preference, schedule);
    if (problem !== undefined) return { problem };
    const restDays = [...new Set(preference.restDays)].sort((a, b) => a - b);
    await savePreference(tx, asker.workspaceId, memberId, { ...preference, restDays });
    return { done: {} };
  });
}

function problemWith(preference: Preference, schedule: Schedule): PreferenceProblem | undefined {
  const isWeekday = (day: number) => weeklyTime.shape.weekday.safeParse(day).success;
  const { weekday, time } = checkInTimeOf(schedule, preference);
  if (![weekday, ...preference.restDays].every(isWeekday)) return 'not-a-weekday';
  if (!weeklyTime.shape.time.safeParse(time).success) return 'not-a-time';
  return leavesADay(weekday, workWeekOf(schedule, preference)) ? undefined : 'no-day-left';
}
