import { TZDate } from '@date-fns/tz';
import { addDays, max, min } from 'date-fns';
import { periodMeant, wakeAt } from './check-in-times.ts';
import { addPeriods, PERIODS_AHEAD, PERIODS_BACK, type Period, periodEnd, periodOf } from './period.ts';
import { checkInDueAt, openCheckInWindow, type Timetable } from './sending-windows.ts';

/** The frame of one check-in: which period it is for and until when it takes answers. */
export interface CheckInFrame {
  readonly period: Period;
  readonly periodEndsAt: Date;
  /**
   * Fixed when the check-in is made: local midnight, `lateDays` after the period's end, but never after the next
   * check-in is due. Two open at once would carry the same indicators, and answering both would break the coverage.
   */
  readonly closesAt: Date;
}

export const NOT_HELD_REASONS = ['no-working-day', 'on-leave', 'blackout', 'missed'] as const;

/**
 * `no-working-day`: none was left in the period; `on-leave`, `blackout`: none was left because of these; `missed`:
 * nothing ran while it could have been sent.
 */
export type NotHeldReason = (typeof NOT_HELD_REASONS)[number];

/** What becomes of every period from the one that `nextAt` was set for. */
export interface OwedCheckIns {
  /** Periods that are over for good, oldest first. */
  readonly notHeld: readonly { readonly period: Period; readonly reason: NotHeldReason }[];
  /** The check-in to make now; undefined when there is none, or its hour has not come. */
  readonly due: CheckInFrame | undefined;
  /** When to look again: always after now. */
  readonly nextAt: Date;
}

/**
 * What is owed to a member at `now` whose next time was `nextAt`. After an outage a check-in is caught up inside
 * its own period, on a working day and at a sane hour; where none is left, the period is not held. Woken too
 * early, because the member's zone, its rules or the calendar have changed since, it only says when to look again.
 *
 * `openUntil` is when their last check-in closes, which was fixed when it was made: whoever has moved to an earlier
 * weekday since gets the next one only then. Two open at once would carry the same indicators.
 */
export function owedCheckIns(timetable: Timetable, nextAt: Date, now: Date, openUntil?: Date): OwedCheckIns {
  const notHeld: { period: Period; reason: NotHeldReason }[] = [];
  for (let period = firstOwed(timetable, nextAt, now); ; period = addPeriods(period, 1)) {
    const comesAt = wakeAt(period, timetable);
    if (comesAt > now) return { notHeld, due: undefined, nextAt: comesAt };
    const open = openCheckInWindow(period, timetable, now, openUntil);
    if (open === undefined) {
      notHeld.push({ period, reason: whyNotHeld(period, timetable, now) });
    } else if (open.from > now) {
      return { notHeld, due: undefined, nextAt: open.from };
    } else {
      return {
        notHeld,
        due: frameOf(period, timetable),
        nextAt: wakeAt(addPeriods(period, 1), timetable),
      };
    }
  }
}

/**
 * When the next check-in comes to somebody whose next time is `nextAt`, if nothing changes; undefined when none
 * does for two years.
 */
export function comingCheckInAt(
  timetable: Timetable,
  nextAt: Date,
  now: Date,
  openUntil?: Date,
): Date | undefined {
  let wakesAt = nextAt;
  for (let times = 0; times < PERIODS_AHEAD; times += 1) {
    const looksAt = max([wakesAt, now]);
    const owed = owedCheckIns(timetable, wakesAt, looksAt, openUntil);
    if (owed.due !== undefined) return looksAt;
    wakesAt = owed.nextAt;
  }
  return undefined;
}

/** Absences are the reason only where the period would have had a working day without them. */
function whyNotHeld(period: Period, timetable: Timetable, now: Date): NotHeldReason {
  const isDueWith = (absences: Timetable['absences']) =>
    checkInDueAt(period, { ...timetable, absences }) !== undefined;
  const { absences } = timetable;
  if (isDueWith(absences)) {
    // Where a day is left all the same, it passes before the check-in before this one closes.
    return openCheckInWindow(period, timetable, now) === undefined ? 'missed' : 'no-working-day';
  }
  if (!isDueWith([])) return 'no-working-day';
  return isDueWith(absences.filter(({ kind }) => kind === 'blackout')) ? 'on-leave' : 'blackout';
}

function firstOwed(timetable: Timetable, nextAt: Date, now: Date): Period {
  const meant = periodMeant(nextAt, timetable);
  const farthest = addPeriods(periodOf(now, timetable.timeZone), -PERIODS_BACK);
  return meant < farthest ? farthest : meant;
}

/** The frame of a member's check-in for this period. */
export function frameOf(period: Period, timetable: Timetable): CheckInFrame {
  const { timeZone, schedule } = timetable;
  const periodEndsAt = periodEnd(period, timeZone);
  const lateUntil = addDays(new TZDate(periodEndsAt.getTime(), timeZone), schedule.lateDays);
  const nextDue = checkInDueAt(addPeriods(period, 1), timetable);
  const closesAt = min(nextDue === undefined ? [lateUntil] : [lateUntil, nextDue]);
  return { period, periodEndsAt, closesAt: new Date(closesAt.getTime()) };
}
