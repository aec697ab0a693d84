import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import { type Period, periodEnd, periodOf } from './period.ts';
import { latestOccurrence, type Schedule } from './schedule.ts';

/** The frame of one check-in: which period it is for and until when it takes answers. */
export interface CheckInFrame {
  readonly period: Period;
  readonly periodEndsAt: Date;
  /** Fixed when the check-in is made: local midnight, `lateDays` after the period's end. */
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
  const closesAt = addDays(new TZDate(periodEndsAt.getTime(), timeZone), schedule.lateDays);
  return { period, periodEndsAt, closesAt: new Date(closesAt.getTime()) };
}
