import { addDays, type Day } from '../../domain/check-in/calendar-day.ts';
import type { PublicCalendar } from '../../domain/check-in/work-calendar.ts';

/** The public holidays of the world's countries. */
export interface WorldHolidays {
  /** The calendar of the country that a time zone belongs to; undefined for one that belongs to none, as UTC. */
  calendarIn(timeZone: string): PublicCalendar | undefined;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Public holidays by the package `date-holidays`, with the country of a time zone by the runtime's own tables. It
 * takes a tenth of a second and some memory: loaded when somebody lives where it is needed. Holidays of a part of
 * a country are not in it. Never asked about Taiwan, where it misses six holidays or more a year.
 */
export async function loadWorldHolidays(): Promise<WorldHolidays> {
  const { default: Holidays } = await import('date-holidays');
  const countries = new Map<string, string>();
  for (const country of Object.keys(new Holidays().getCountries())) {
    for (const zone of zonesOf(country)) countries.set(canonical(zone), country);
  }
  const calendars = new Map<string, PublicCalendar>();
  return {
    calendarIn: (timeZone) => {
      const country = countries.get(canonical(timeZone));
      if (country === undefined) return undefined;
      const known = calendars.get(country);
      if (known !== undefined) return known;
      // It reads through the rules of a whole country: once for each.
      const holidays = new Holidays(country);
      const calendar = calendarBy((year) => holidays.getHolidays(year));
      calendars.set(country, calendar);
      return calendar;
    },
  };
}

/** What is read of a holiday of the package: its local beginning, `2026-05-01 00:00:00`, and how long it lasts. */
interface Holiday {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly type: string;
}

function calendarBy(holidaysOf: (year: number) => readonly Holiday[]): PublicCalendar {
  const years = new Map<number, ReadonlySet<Day>>();
  const daysOf = (year: number) => {
    // A holiday may begin in one year and end in the next.
    const days = years.get(year) ?? new Set([...holidaysOf(year - 1), ...holidaysOf(year)].flatMap(daysOff));
    years.set(year, days);
    return days;
  };
  return { kindOf: (day) => (daysOf(Number(day.slice(0, 4))).has(day) ? 'off' : undefined) };
}

/** The days whose noon falls into a public holiday: one that begins at noon, as in China, leaves the day worked. */
function daysOff({ date, start, end, type }: Holiday): Day[] {
  if (type !== 'public') return [];
  const day = date.slice(0, 10);
  const begins = Date.parse(`${date.slice(0, 19).replace(' ', 'T')}Z`);
  const ends = begins + (end.getTime() - start.getTime());
  const days = Math.ceil((ends - Date.parse(day)) / DAY_MS);
  return Array.from({ length: days }, (_, index) => addDays(day, index)).filter((each) => {
    const noon = Date.parse(each) + 12 * HOUR_MS;
    return begins < noon && noon < ends;
  });
}

function zonesOf(country: string): readonly string[] {
  // TypeScript's library does not know it yet.
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(
    `und-${country}`,
  );
  return locale.getTimeZones?.() ?? [];
}

/** One name for all the names of a zone: `Asia/Kolkata` is `Asia/Calcutta` too. */
function canonical(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}
