import { max, min } from 'date-fns';
import { addDays, type Day, instantOn } from '../check-in/calendar-day.ts';
import { LARGEST_ZONE_CHANGE_MS } from '../check-in/check-in-times.ts';
import { localDay } from '../check-in/local-time.ts';
import {
  addPeriods,
  dayOfPeriod,
  PERIODS_AHEAD,
  PERIODS_BACK,
  type Period,
  periodEnd,
  periodOf,
} from '../check-in/period.ts';
import {
  catchUpWindow,
  isWorkday,
  type Timetable,
  type Window,
  windowsOfDueDay,
} from '../check-in/sending-windows.ts';

/** So long a digest waits for a working day; one that a longer leave holds up is about weeks long gone. */
const LONGEST_REST_DAYS = 31;

/** A period that a digest is to be about. */
export interface DigestFrame {
  readonly period: Period;
  readonly cutoffAt: Date;
  /** The period's Sunday: supervision counts as of that day. */
  readonly lastDay: Day;
}

export interface OwedDigests {
  /** What a digest could be about now, newest first; one goes out, about the newest that has something to say. */
  readonly due: readonly DigestFrame[];
  /** How many fell due since `nextAt` and are too old by now. */
  readonly stale: number;
  /** When to look again: always after now. */
  readonly nextAt: Date;
}

/** After an outage the last digest is news, a week off between included; an older one is not: the next has come. */
export function isStale(period: Period, timeZone: string, now: Date): boolean {
  return now >= periodEnd(addPeriods(period, 2), timeZone);
}

/**
 * What is owed to a supervisor at `now` whose next time was `nextAt`. A digest that falls due on a day off moves
 * to the next working day, however far; one held up by an outage goes out in the next working hours. It may be
 * about either of the two periods before this one; those that have their digest are the caller's to leave out.
 */
export function owedDigests(timetable: Timetable, nextAt: Date, now: Date): OwedDigests {
  const { timeZone } = timetable;
  const thisPeriod = periodOf(now, timeZone);
  const fresh = [-1, -2]
    .map((ago) => addPeriods(thisPeriod, ago))
    .map((period) => ({ period, windows: digestWindows(period, timetable) }))
    .filter(({ windows: [first] }) => first !== undefined && first.from <= now);
  const nextDueAt = nextDigestAt(timetable, now);
  const sendableAt = nextSendableAt(
    timetable,
    fresh.flatMap(({ windows }) => windows),
    now,
  );
  const isTime = sendableAt !== undefined && sendableAt <= now;
  return {
    due: isTime ? fresh.map(({ period }) => frameOf(period, timeZone)) : [],
    stale: countStale(timetable, nextAt, now),
    nextAt: isTime || sendableAt === undefined ? nextDueAt : min([sendableAt, nextDueAt]),
  };
}

/** The first instant after `after` at which a digest falls due. */
export function nextDigestAt(timetable: Timetable, after: Date): Date {
  const about = nextDigestAbout(timetable, after);
  return digestDueAt(about, timetable) ?? usualDigestAt(about, timetable);
}

/**
 * When the digest that `nextAt` was set for falls due, by the zone, rules and calendar of now. `before` is the
 * timetable by which it was set, where that was another.
 */
export function renewedDigestAt(timetable: Timetable, nextAt: Date, before = timetable): Date {
  const since = new Date(nextAt.getTime() - LARGEST_ZONE_CHANGE_MS - 1);
  return digestDueAt(nextDigestAbout(before, since), timetable) ?? nextDigestAt(timetable, since);
}

/** The period whose digest falls due next after `after`. */
function nextDigestAbout(timetable: Timetable, after: Date): Period {
  const isAhead = (about: Period) => (digestDueAt(about, timetable) ?? after) > after;
  let about = addPeriods(periodOf(after, timetable.timeZone), -1);
  // Before a long rest is over, digests of earlier periods are still to come.
  while (isAhead(addPeriods(about, -1))) about = addPeriods(about, -1);
  for (let ahead = 0; ahead < PERIODS_AHEAD && !isAhead(about); ahead += 1) about = addPeriods(about, 1);
  return about;
}

/** Undefined while nobody works for longer than a digest waits. */
function digestDueAt(about: Period, timetable: Timetable): Date | undefined {
  return digestWindows(about, timetable)[0]?.from;
}

function usualDigestAt(about: Period, { schedule: { digest }, timeZone }: Timetable): Date {
  return instantOn(dayOfPeriod(addPeriods(about, 1), digest.weekday), digest.time, timeZone);
}

/** When the digest about a period may go out: it falls due in the period that follows, or after the rest there. */
function digestWindows(about: Period, timetable: Timetable): Window[] {
  const { weekday, time } = timetable.schedule.digest;
  const day = nextWorkday(dayOfPeriod(addPeriods(about, 1), weekday), timetable);
  return day === undefined ? [] : windowsOfDueDay(day, time, timetable);
}

function nextWorkday(from: Day, timetable: Timetable): Day | undefined {
  for (let days = 0; days <= LONGEST_REST_DAYS; days += 1) {
    const day = addDays(from, days);
    if (isWorkday(day, timetable)) return day;
  }
  return undefined;
}

/** `now` inside a window, else the next working hours; undefined when nobody works in the weeks to come. */
function nextSendableAt(timetable: Timetable, windows: readonly Window[], now: Date): Date | undefined {
  if (windows.some(({ from, until }) => from <= now && now < until)) return now;
  const today = localDay(now, timetable.timeZone);
  for (let day = nextWorkday(today, timetable); day !== undefined; ) {
    const hours = catchUpWindow(day, timetable);
    if (hours !== undefined && hours.until > now) return max([hours.from, now]);
    day = nextWorkday(addDays(day, 1), timetable);
  }
  return undefined;
}

function countStale(timetable: Timetable, nextAt: Date, now: Date): number {
  const lastStale = addPeriods(periodOf(now, timetable.timeZone), -3);
  const since = addPeriods(periodOf(nextAt, timetable.timeZone), -2);
  const farthest = addPeriods(lastStale, -PERIODS_BACK);
  let count = 0;
  for (let about = since < farthest ? farthest : since; about <= lastStale; about = addPeriods(about, 1)) {
    const dueAt = digestWindows(about, timetable)[0]?.from;
    if (dueAt !== undefined && dueAt >= nextAt) count += 1;
  }
  return count;
}

function frameOf(period: Period, timeZone: string): DigestFrame {
  return { period, cutoffAt: periodEnd(period, timeZone), lastDay: dayOfPeriod(period, 7) };
}
