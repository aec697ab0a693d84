import { daysBetween } from './calendar-day.ts';
import { dayOfPeriod, type Period, periodOf } from './period.ts';

/** How many periods lie between the one in which something was and `period`; 0 in the same one. */
export function weeksSince(instant: Date, period: Period, timeZone: string): number {
  const days = daysBetween(dayOfPeriod(periodOf(instant, timeZone), 1), dayOfPeriod(period, 1));
  return Math.max(0, days / 7);
}
