import { TZDate } from '@date-fns/tz';
import { addDays, min } from 'date-fns';
import { type Period, periodEnd, periodOf } from './period.ts';
import { latestOccurrence, nextOccurrence, type Schedule } from './schedule.ts';

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

/**
 * The check-in that is due to a member at `now`, or undefined when none is useful any more: after an outage a
 * prompt is caught up inside its own period and skipped once that is over.
 */
export function checkInDue(schedule: Schedule, timeZone: string, now: Date): CheckInFrame | undefined {
  const dueAt = latestOccurrence(schedule.checkIn, timeZone, now);
  const period = periodOf(dueAt, timeZone);
  if (schedule.startedAt === undefined || period !== periodOf(now, timeZone)) return undefined;
  const periodEndsAt = periodEnd(period, timeZone);
  const lateUntil = addDays(new TZDate(periodEndsAt.getTime(), timeZone), schedule.lateDays);
  const closesAt = min([lateUntil, nextOccurrence(schedule.checkIn, timeZone, now)]);
  return { period, periodEndsAt, closesAt: new Date(closesAt.getTime()) };
}
