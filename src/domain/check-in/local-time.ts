import { TZDate, tzOffset } from '@date-fns/tz';
import { format, getISODay } from 'date-fns';

/** An instant on somebody's wall, in parts that a text can write in any language. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
  /** ISO: 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** `13:00` */
  readonly time: string;
}

export function localTime(instant: Date, timeZone: string): LocalTime {
  const local = new TZDate(instant.getTime(), timeZone);
  return {
    year: local.getFullYear(),
    month: local.getMonth() + 1,
    day: local.getDate(),
    weekday: getISODay(local),
    time: format(local, 'HH:mm'),
  };
}

/**
 * The instant at which a wall in `timeZone` shows this day and time; `day` may lie outside its month, as in
 * `Date.UTC`. A time that the clock skips (spring forward) becomes the same distance after the gap; one that it
 * shows twice is the first of the two. `TZDate` is not asked: for such times its answer depends on the time zone
 * of the machine.
 */
export function instantAt(
  { year, month, day, time }: Pick<LocalTime, 'year' | 'month' | 'day' | 'time'>,
  timeZone: string,
): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = Date.UTC(year, month - 1, day, hours, minutes);
  const offsetAt = (instant: number) => tzOffset(timeZone, new Date(instant)) * MINUTE_MS;
  // Zones are within a day of UTC, so these two are the offsets before and after any change of the clock.
  const [earlier, later] = [wall - offsetAt(wall - DAY_MS), wall - offsetAt(wall + DAY_MS)];
  if (earlier === later) return new Date(earlier);
  const showsWall = (instant: number) => instant + offsetAt(instant) === wall;
  return new Date(!showsWall(earlier) && showsWall(later) ? later : earlier);
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The calendar day of an instant in `timeZone`, `2026-11-18`. */
export function localDay(instant: Date, timeZone: string): string {
  const wall = instant.getTime() + tzOffset(timeZone, instant) * MINUTE_MS;
  return new Date(wall).toISOString().slice(0, 10);
}

/** The last minute before an instant: how "until midnight" is said without naming the next day. */
export function minuteBefore(instant: Date): Date {
  return new Date(instant.getTime() - MINUTE_MS);
}

/** The parts of a calendar day (`2026-11-18`), at its midnight. */
export function dayParts(day: string): LocalTime {
  return localTime(new Date(day), 'UTC');
}
