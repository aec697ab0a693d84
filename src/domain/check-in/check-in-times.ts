import { instantOn } from './calendar-day.ts';
import { addPeriods, dayOfPeriod, PERIODS_AHEAD, type Period, periodOf } from './period.ts';
import { latestOccurrence } from './schedule.ts';
import { checkInDueAt, openCheckInWindow, type Timetable } from './sending-windows.ts';

/** Somebody who crosses the date line changes their clock by 26 hours at most (UTC−12 to UTC+14). */
export const LARGEST_ZONE_CHANGE_MS = 26 * 3_600_000;

/**
 * When the tick has to look after a period: at its check-in's due time, or, where the period has no working day
 * for it, at the schedule's own weekday and time, to note that it is not held.
 */
export function wakeAt(period: Period, timetable: Timetable): Date {
  const { weekday, time } = timetable.schedule.checkIn;
  return checkInDueAt(period, timetable) ?? instantOn(dayOfPeriod(period, weekday), time, timetable.timeZone);
}

/** The first instant after `after` at which the tick has to look after a period. */
export function nextWakeAt(timetable: Timetable, after: Date): Date {
  let period = periodOf(after, timetable.timeZone);
  while (wakeAt(period, timetable) <= after) period = addPeriods(period, 1);
  return wakeAt(period, timetable);
}

/**
 * The next time a check-in falls due after `after`, and the periods passed over because nobody works in them;
 * undefined when the schedule's weekday leaves no working day in any period of the next two years.
 */
export function nextCheckIn(
  timetable: Timetable,
  after: Date,
): { dueAt: Date; period: Period; passedOver: readonly Period[] } | undefined {
  const passedOver: Period[] = [];
  let period = periodOf(after, timetable.timeZone);
  for (let ahead = 0; ahead <= PERIODS_AHEAD; ahead += 1) {
    const dueAt = checkInDueAt(period, timetable);
    if (dueAt !== undefined && dueAt > after) return { dueAt, period, passedOver };
    if (dueAt === undefined && wakeAt(period, timetable) > after) passedOver.push(period);
    period = addPeriods(period, 1);
  }
  return undefined;
}

/**
 * When to wake for whatever `nextAt` was set for, by the zone, rules and calendar of now. `before` is the timetable
 * by which it was set, where its weekday was another.
 */
export function renewedWakeAt(timetable: Timetable, nextAt: Date, before = timetable): Date {
  return wakeAt(periodMeant(nextAt, before), timetable);
}

/**
 * The period for which `nextAt` was set, perhaps in another time zone or under other rules than the timetable
 * has now: the one in whose windows it lies (a Sunday's, for somebody who works on Sundays), else the last one whose
 * weekday and time come no later than a change of zone can explain.
 */
export function periodMeant(nextAt: Date, timetable: Timetable): Period {
  const { schedule, timeZone } = timetable;
  const latest = new Date(nextAt.getTime() + LARGEST_ZONE_CHANGE_MS);
  const lastPossible = periodOf(latestOccurrence(schedule.checkIn, timeZone, latest), timeZone);
  const itsOwn = periodOf(nextAt, timeZone);
  if (itsOwn >= lastPossible) return lastPossible;
  const open = openCheckInWindow(itsOwn, timetable, nextAt);
  return open !== undefined && open.from <= nextAt ? itsOwn : lastPossible;
}
