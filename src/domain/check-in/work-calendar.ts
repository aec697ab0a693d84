import { type Day, weekdayOf } from './calendar-day.ts';

/** Which days are worked; whose leave it is, or which shift, it does not know. */
export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
}

/** The calendar of every time zone (IANA name). */
export interface WorkCalendars {
  of(timeZone: string): WorkCalendar;
}

/** `off`: a weekday on which nobody works; `workday`: a Saturday or Sunday that is worked instead. */
export type DayKind = 'off' | 'workday';

/** Monday to Friday: where nothing better is known. */
export const WEEKDAYS: WorkCalendar = { isWorkingDay: (day) => weekdayOf(day) <= 5 };

/**
 * Monday to Friday but for the days listed. A year without any listed day is one that nobody has entered yet:
 * its weekdays are taken as worked, and `onUnknownYear` is told, once a year asked about.
 */
export function createWorkCalendar(
  exceptions: ReadonlyMap<Day, DayKind>,
  onUnknownYear: (year: string) => void,
): WorkCalendar {
  const yearOf = (day: Day) => day.slice(0, 4);
  const known = new Set([...exceptions.keys()].map(yearOf));
  const told = new Set<string>();
  return {
    isWorkingDay: (day) => {
      const year = yearOf(day);
      if (!known.has(year) && !told.has(year)) {
        told.add(year);
        onUnknownYear(year);
      }
      const kind = exceptions.get(day);
      return kind === undefined ? WEEKDAYS.isWorkingDay(day) : kind === 'workday';
    },
  };
}

/** Taiwan's calendar for whoever lives in Taiwan's time zone, Monday to Friday elsewhere. */
export function createWorkCalendars(taiwan: WorkCalendar): WorkCalendars {
  return { of: (timeZone) => (timeZone === 'Asia/Taipei' ? taiwan : WEEKDAYS) };
}
