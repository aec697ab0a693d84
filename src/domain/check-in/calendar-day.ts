import { tzOffset } from '@date-fns/tz';
import { instantAt } from './local-time.ts';

/** A day on a wall calendar, wherever the wall is: `2026-11-18`. */
export type Day = string;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export function toDay(year: number, month: number, day: number): Day {
  return dayAt(Date.UTC(year, month - 1, day));
}

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  return dayAt(Date.parse(day) + count * DAY_MS);
}

/** How many days `to` is after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** ISO: 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((new Date(day).getUTCDay() + 6) % 7) + 1;
}

/** The instant at which a wall in `timeZone` shows `time` (`HH:mm`) on this day; gaps and repeats as in `instantAt`. */
export function instantOn(day: Day, time: string, timeZone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return instantAt({ year, month, day: date, time }, timeZone);
}

/** False for a day that a zone left out when it crossed the date line, as Samoa did with 2011-12-30. */
export function isOnTheWall(day: Day, timeZone: string): boolean {
  const offsetAt = (instant: number) => tzOffset(timeZone, new Date(instant)) * MINUTE_MS;
  // Zones are within a day of UTC: whatever happens to the clock on that day lies between these two.
  const midnight = Date.parse(day);
  if (offsetAt(midnight + 2 * DAY_MS) - offsetAt(midnight - DAY_MS) < DAY_MS - 4 * 60 * MINUTE_MS)
    return true;
  return instantOn(addDays(day, 1), '00:00', timeZone) > instantOn(day, '00:00', timeZone);
}

function dayAt(utc: number): Day {
  return new Date(utc).toISOString().slice(0, 10);
}
