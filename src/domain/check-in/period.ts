import { TZDate } from '@date-fns/tz';
import { addWeeks, getISOWeek, getISOWeekYear, setISOWeek, startOfISOWeek } from 'date-fns';

/** An ISO week in somebody's time zone, written `2026-W47`. */
export type Period = string;

/** The period that an instant falls into on the wall calendar of `timeZone` (an IANA name). */
export function periodOf(instant: Date, timeZone: string): Period {
  const local = new TZDate(instant.getTime(), timeZone);
  return `${getISOWeekYear(local)}-W${String(getISOWeek(local)).padStart(2, '0')}`;
}

/** The Monday midnight that begins the period in `timeZone`. */
export function periodStart(period: Period, timeZone: string): Date {
  const [year, week] = parse(period);
  // 4 January is always in week 1.
  const inYear = new TZDate(year, 0, 4, 12, 0, 0, timeZone);
  const start = new Date(startOfISOWeek(setISOWeek(inYear, week)).getTime());
  if (periodOf(start, timeZone) !== period) throw new RangeError(`That year has no such week: ${period}`);
  return start;
}

/** The period's last midnight: the Monday 00:00 that follows its Sunday. */
export function periodEnd(period: Period, timeZone: string): Date {
  return periodStart(addPeriods(period, 1), timeZone);
}

/** The period `count` weeks later; negative counts go back. Year ends and week 53 are the calendar's. */
export function addPeriods(period: Period, count: number): Period {
  return periodOf(addWeeks(new TZDate(periodStart(period, 'UTC').getTime(), 'UTC'), count), 'UTC');
}

function parse(period: Period): [year: number, week: number] {
  const match = /^(\d{4})-W(\d{2})$/.exec(period);
  if (match === null) throw new RangeError(`Not a period: ${period}`);
  return [Number(match[1]), Number(match[2])];
}
