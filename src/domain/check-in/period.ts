import { addDays, type Day, daysBetween, instantOn, toDay, weekdayOf } from './calendar-day.ts';
import { localDay } from './local-time.ts';

/** An ISO week in somebody's time zone, written `2026-W47`. Years have four digits, so text order is time order. */
export type Period = string;

/** So far ahead it is looked for what comes next: beyond the longest leave. */
export const PERIODS_AHEAD = 120;

/** After a longer outage older periods are nobody's business any more. */
export const PERIODS_BACK = 60;

/** The period that an instant falls into on the wall calendar of `timeZone` (an IANA name). */
export function periodOf(instant: Date, timeZone: string): Period {
  return periodOfDay(localDay(instant, timeZone));
}

/** The Monday midnight that begins the period in `timeZone`. */
export function periodStart(period: Period, timeZone: string): Date {
  return instantOn(dayOfPeriod(period, 1), '00:00', timeZone);
}

/** The period's last midnight: the Monday 00:00 that follows its Sunday. */
export function periodEnd(period: Period, timeZone: string): Date {
  return periodStart(addPeriods(period, 1), timeZone);
}

/** The period `count` weeks later; negative counts go back. Year ends and week 53 are the calendar's. */
export function addPeriods(period: Period, count: number): Period {
  return periodOfDay(addDays(dayOfPeriod(period, 1), count * 7));
}

/** The day of a period with this ISO weekday, 1 Monday … 7 Sunday. */
export function dayOfPeriod(period: Period, weekday: number): Day {
  const match = /^(\d{4})-W(\d{2})$/.exec(period);
  if (match === null) throw new RangeError(`Not a period: ${period}`);
  const monday = addDays(firstMonday(Number(match[1])), (Number(match[2]) - 1) * 7);
  if (periodOfDay(monday) !== period) throw new RangeError(`That year has no such week: ${period}`);
  return addDays(monday, weekday - 1);
}

function periodOfDay(day: Day): Period {
  // A week belongs to the year of its Thursday.
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = Number(thursday.slice(0, 4));
  const week = Math.floor(daysBetween(firstMonday(year), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of week 1, which is the week of 4 January. */
function firstMonday(year: number): Day {
  const fourth = toDay(year, 1, 4);
  return addDays(fourth, 1 - weekdayOf(fourth));
}
