import {
  checkInTimeOf,
  leavesADay,
  type Preference,
  type WorkDays,
  workWeekOf,
} from '../domain/check-in/preference.ts';
import { type Schedule, weeklyTime } from '../domain/check-in/schedule.ts';
import type { Queryable } from '../storage/database.ts';
import type { KnownMember } from '../storage/people/lock-member.ts';
import { savePreference, saveWorkDays } from '../storage/people/preferences.ts';

/**
 * `not-a-weekday`: neither 1 Monday … 7 Sunday; `not-a-time`: not `HH:mm`; `no-day-left`: from their check-in's
 * weekday to Sunday they always rest, so that none would ever come; `only-rest-days`: nothing at all would.
 */
export type PreferenceProblem = 'not-a-weekday' | 'not-a-time' | 'no-day-left' | 'only-rest-days';

type Who = Pick<KnownMember, 'workspaceId' | 'memberId'>;

/**
 * Makes this a member's preference: all of it, so that what is undefined (or, of the rest days, empty) is as in the
 * workspace from here on. Undefined: done.
 */
export async function setPreference(
  tx: Queryable,
  who: Who,
  preference: Preference,
  schedule: Schedule,
): Promise<PreferenceProblem | undefined> {
  const { weekday, time } = checkInTimeOf(schedule, preference);
  if (![weekday, ...preference.restDays].every(isWeekday)) return 'not-a-weekday';
  if (!weeklyTime.shape.time.safeParse(time).success) return 'not-a-time';
  if (!leavesADay(weekday, workWeekOf(schedule, preference))) return 'no-day-left';
  await savePreference(tx, who, { ...preference, restDays: inOrder(preference.restDays) });
  return undefined;
}

/**
 * The same of the days alone, for somebody who is asked nothing: when they would be stays as they have set it, and is
 * nothing that they could change now. Undefined: done.
 */
export async function setWorkDays(
  tx: Queryable,
  who: Who,
  days: WorkDays,
  schedule: Schedule,
): Promise<PreferenceProblem | undefined> {
  if (!days.restDays.every(isWeekday)) return 'not-a-weekday';
  if (!leavesADay(MONDAY, workWeekOf(schedule, days))) return 'only-rest-days';
  await saveWorkDays(tx, who, { ...days, restDays: inOrder(days.restDays) });
  return undefined;
}

const MONDAY = 1;

function isWeekday(day: number): boolean {
  return weeklyTime.shape.weekday.safeParse(day).success;
}

function inOrder(days: readonly number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}
