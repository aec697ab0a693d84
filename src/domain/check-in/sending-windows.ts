import { max, min } from 'date-fns';
import { type Absence, isAway } from './absence.ts';
import { addDays, type Day, instantOn, isOnTheWall } from './calendar-day.ts';
import { dayOfPeriod, type Period } from './period.ts';
import type { Schedule } from './schedule.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** All that decides when something is due to one member. */
export interface Timetable {
  readonly schedule: Pick<Schedule, 'checkIn' | 'digest' | 'lateDays'>;
  /** IANA name. */
  readonly timeZone: string;
  /** The days on which they work. */
  readonly calendar: WorkCalendar;
  /** The days on which they get nothing although they are worked. */
  readonly absences: readonly Absence[];
}

/** A stretch of time in which something may be sent, `until` not included. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
}

/** What is caught up after an outage does not come before the one or after the other, on the reader's wall. */
const CATCH_UP_FROM = '09:00';
const CATCH_UP_UNTIL = '20:00';

/** So much after its time a message is on time still, at whatever hour the schedule has put it. */
export const ON_TIME_MS = 3_600_000;

/** Whether something may come on this day. */
export function isWorkday(day: Day, { calendar, timeZone, absences }: Timetable): boolean {
  return calendar.isWorkingDay(day) && !isAway(day, absences) && isOnTheWall(day, timeZone);
}

/** When on this day something can be caught up; undefined on a day off. */
export function catchUpWindow(day: Day, timetable: Timetable): Window | undefined {
  if (!isWorkday(day, timetable)) return undefined;
  const { timeZone } = timetable;
  return {
    from: instantOn(day, CATCH_UP_FROM, timeZone),
    until: instantOn(day, CATCH_UP_UNTIL, timeZone),
  };
}

/** What is due at `time` on this working day: its hour, then whatever of the day is left for catching up. */
export function windowsOfDueDay(day: Day, time: string, timetable: Timetable): Window[] {
  const { timeZone } = timetable;
  const due = instantOn(day, time, timeZone);
  const midnight = instantOn(addDays(day, 1), '00:00', timeZone);
  const onTime = { from: due, until: min([new Date(due.getTime() + ON_TIME_MS), midnight]) };
  const rest = catchUpWindow(day, timetable);
  const after = rest === undefined ? [] : [{ from: max([due, rest.from]), until: rest.until }];
  return [onTime, ...after].filter(({ from, until }) => from < until);
}

/**
 * When the check-in of a period may be created, earliest first: from its due time on the first working day that
 * is not before the schedule's weekday, then on the working days that follow in the period. None: the period has
 * no working day left. Computed as far as they are asked for, because clocks of other zones are slow to read.
 */
function* checkInWindows(period: Period, timetable: Timetable): Generator<Window, undefined> {
  const { weekday, time } = timetable.schedule.checkIn;
  const days = Array.from({ length: 8 - weekday }, (_, index) => dayOfPeriod(period, weekday + index));
  const dueDay = days.find((day) => isWorkday(day, timetable));
  if (dueDay === undefined) return;
  yield* windowsOfDueDay(dueDay, time, timetable);
  for (const day of days.filter((later) => later > dueDay)) {
    const window = catchUpWindow(day, timetable);
    if (window !== undefined) yield window;
  }
}

/**
 * The first window of the period's check-in that is not over at `now`, without what lies before `notBefore`;
 * undefined when all are over.
 */
export function openCheckInWindow(
  period: Period,
  timetable: Timetable,
  now: Date,
  notBefore: Date = now,
): Window | undefined {
  for (const { from, until } of checkInWindows(period, timetable)) {
    if (until > now && until > notBefore)
      return { from: notBefore > now ? max([from, notBefore]) : from, until };
  }
  return undefined;
}

/** When the check-in of a period falls due; undefined when the period has no working day left for it. */
export function checkInDueAt(period: Period, timetable: Timetable): Date | undefined {
  return checkInWindows(period, timetable).next().value?.from;
}
