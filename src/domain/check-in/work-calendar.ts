import { type Day, weekdayOf } from './calendar-day.ts';

/** `off`: a public holiday; `workday`: a Saturday or Sunday that offices work instead of another day (補行上班日). */
export type DayKind = 'off' | 'workday';

/** A day that differs from the others of its week, and what it is called. */
export interface SpecialDay {
  readonly kind: DayKind;
  readonly name: string;
}

/** What is special about the days of a country. */
export interface PublicCalendar {
  /** Undefined for a day like any other, and in a year that nobody knows. */
  kindOf(day: Day): DayKind | undefined;
}

/** Which days of the week somebody works. */
export interface WorkWeek {
  /** ISO weekdays, 1 Monday … 7 Sunday; those of a shop that works shifts may be any. */
  readonly restDays: readonly number[];
  /** Works on public holidays as on any other day. */
  readonly worksHolidays: boolean;
}

/** Which days are worked; whose leave it is it does not know. */
export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
}

const WEEKEND: readonly number[] = [6, 7];

/** The week of an office. */
export const OFFICE_WEEK: WorkWeek = { restDays: WEEKEND, worksHolidays: false };

/** Where nothing better is known, no day is special. */
export const NO_HOLIDAYS: PublicCalendar = { kindOf: () => undefined };

/**
 * The working days of somebody with this week. A make-up workday makes up for a weekday that an office had off:
 * only who rests on Saturday and Sunday and keeps the holidays works on it.
 */
export function createWorkCalendar(
  calendar: PublicCalendar,
  { restDays, worksHolidays }: WorkWeek,
): WorkCalendar {
  const worksLikeOffices =
    !worksHolidays && restDays.length === WEEKEND.length && WEEKEND.every((day) => restDays.includes(day));
  return {
    isWorkingDay: (day) =>
      restDays.includes(weekdayOf(day))
        ? worksLikeOffices && calendar.kindOf(day) === 'workday'
        : worksHolidays || calendar.kindOf(day) !== 'off',
  };
}

/** Monday to Friday: where nothing better is known. */
export const WEEKDAYS: WorkCalendar = createWorkCalendar(NO_HOLIDAYS, OFFICE_WEEK);

/**
 * A country's calendar from a list of its special days. A year without any is one that nobody has entered yet: its
 * days are taken as ordinary, and `onUnknownYear` is told, once a year asked about.
 */
export function createPublicCalendar(
  days: ReadonlyMap<Day, SpecialDay>,
  onUnknownYear: (year: string) => void,
): PublicCalendar {
  const known = yearsOf(days);
  const told = new Set<string>();
  return {
    kindOf: (day) => {
      const year = yearOf(day);
      if (!known.has(year) && !told.has(year)) {
        told.add(year);
        onUnknownYear(year);
      }
      return days.get(day)?.kind;
    },
  };
}

/** `shipped` with the years that were imported taken from `imported`, whole years at a time. */
export function replaceYears(
  shipped: ReadonlyMap<Day, SpecialDay>,
  imported: ReadonlyMap<Day, SpecialDay>,
): ReadonlyMap<Day, SpecialDay> {
  const replaced = yearsOf(imported);
  return new Map([...[...shipped].filter(([day]) => !replaced.has(yearOf(day))), ...imported]);
}

/** The years of which at least one special day is known. */
export function yearsOf(days: ReadonlyMap<Day, unknown>): ReadonlySet<string> {
  return new Set([...days.keys()].map(yearOf));
}

/** The year of a day, `2026`. */
export function yearOf(day: Day): string {
  return day.slice(0, 4);
}
