import { z } from 'zod';
import { instantAt, localTime } from './local-time.ts';

/** A weekday (ISO, 1 Monday … 7 Sunday) and a time on the wall of whoever it concerns. */
export const weeklyTime = z.object({
  weekday: z.int().min(1).max(7),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type WeeklyTime = z.infer<typeof weeklyTime>;

/** When check-ins and digests go out in a workspace, and how many indicators a check-in has. */
export interface Schedule {
  readonly checkIn: WeeklyTime;
  readonly itemsPerCheckIn: number;
  /** Days after the end of its period in which a check-in still takes late answers. */
  readonly lateDays: number;
  readonly digest: WeeklyTime;
  /** ISO weekdays on which nobody works, unless a member has set others; empty: Saturday and Sunday. */
  readonly restDays: readonly number[];
  /** The shop is open on public holidays. */
  readonly worksHolidays: boolean;
  /** How many reminders a check-in may bring unasked, 0 to 2. */
  readonly reminders: number;
  /** Nothing is sent before this; undefined while the schedule has not been started. */
  readonly startedAt: Date | undefined;
}

export const DEFAULT_SCHEDULE: Omit<Schedule, 'startedAt'> = {
  checkIn: { weekday: 3, time: '13:00' },
  itemsPerCheckIn: 4,
  lateDays: 2,
  digest: { weekday: 1, time: '09:00' },
  restDays: [],
  worksHolidays: false,
  reminders: 1,
};

/** The first instant after `after` at which it is that weekday and time in `timeZone`. */
export function nextOccurrence(at: WeeklyTime, timeZone: string, after: Date): Date {
  const thisWeek = occurrenceInWeekOf(at, timeZone, after, 0);
  return thisWeek > after ? thisWeek : occurrenceInWeekOf(at, timeZone, after, 7);
}

/** The last instant, not after `until`, at which it was that weekday and time in `timeZone`. */
export function latestOccurrence(at: WeeklyTime, timeZone: string, until: Date): Date {
  const thisWeek = occurrenceInWeekOf(at, timeZone, until, 0);
  return thisWeek <= until ? thisWeek : occurrenceInWeekOf(at, timeZone, until, -7);
}

function occurrenceInWeekOf(at: WeeklyTime, timeZone: string, instant: Date, offsetDays: number): Date {
  const { year, month, day, weekday } = localTime(instant, timeZone);
  return instantAt({ year, month, day: day + at.weekday - weekday + offsetDays, time: at.time }, timeZone);
}
