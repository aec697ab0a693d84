import { z } from 'zod';
import { addDays, type Day } from './calendar-day.ts';

/** Days on which a member gets nothing: their leave, or a window in which nobody of the workspace is asked (雙11). */
export interface Absence {
  readonly kind: 'on-leave' | 'blackout';
  readonly from: Day;
  /** The day after the last. */
  readonly until: Day;
}

export function isAway(day: Day, absences: readonly Absence[]): boolean {
  return absences.some(({ from, until }) => from <= day && day < until);
}

/** A stretch of days as somebody names it: both days belong to it. */
export interface NamedDays {
  readonly from: string;
  readonly lastDay: string;
}

export type DaysProblem = 'not-a-day' | 'until-before-from' | 'in-the-past' | 'begun-long-ago' | 'too-far';

/** Two years are the longest leave that a law of Taiwan knows (育嬰留職停薪); beyond that it is a slip of the pen. */
const FARTHEST_DAYS = 2 * 366;

/** Leave that began lately is entered late; what was longer ago changes nothing any more. */
const BEGAN_DAYS_AGO = 31;

const calendarDay = z.iso.date();

/** What is wrong with days that somebody has given, as of `today` where they are; undefined when nothing is. */
export function problemWithDays({ from, lastDay }: NamedDays, today: Day): DaysProblem | undefined {
  if (![from, lastDay].every((day) => calendarDay.safeParse(day).success)) return 'not-a-day';
  if (lastDay < from) return 'until-before-from';
  if (lastDay < today) return 'in-the-past';
  if (from < addDays(today, -BEGAN_DAYS_AGO)) return 'begun-long-ago';
  return lastDay > addDays(today, FARTHEST_DAYS) ? 'too-far' : undefined;
}
