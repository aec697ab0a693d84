import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { addDays, type Day, weekdayOf } from '../../../src/domain/check-in/calendar-day.ts';
import {
  createPublicCalendar,
  createWorkCalendar,
  type DayKind,
  OFFICE_WEEK,
  replaceYears,
  type SpecialDay,
  WEEKDAYS,
} from '../../../src/domain/check-in/work-calendar.ts';
import { TAIWAN, TAIWAN_FILE, TAIWAN_PUBLIC } from '../../support/taiwan.ts';

/** The file as rows, read without the product's reader. */
const LISTED = readFileSync(TAIWAN_FILE, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

const everyDay = (from: Day, until: Day): Day[] =>
  from === until ? [] : [from, ...everyDay(addDays(from, 1), until)];

describe('which days an office in Taiwan works', () => {
  test.each(LISTED)('%s: %s (%s)', (day = '', kind) => {
    expect(TAIWAN.isWorkingDay(day)).toBe(kind === 'workday');
  });

  test.each([
    ['an ordinary Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['the leap day of 2024, a Thursday', '2024-02-29', true],
    ['a holiday on a Wednesday', '2024-02-28', false],
    ['勞動節, which was no holiday of offices then', '2025-05-01', false],
    ['勞動節 on a Saturday: the Friday before', '2027-04-30', false],
    ['the Saturday that made up for the Lunar New Year of 2024', '2024-02-17', true],
    ['and of 2025', '2025-02-08', true],
    ['the Saturday a week later', '2025-02-15', false],
    ['小年夜 of 2025', '2025-01-27', false],
    ['a bridged Friday', '2027-12-31', false],
  ])('%s, %s: %s', (_what, day, worked) => {
    expect(TAIWAN.isWorkingDay(day)).toBe(worked);
  });

  test('every other day from 2024 to 2027 is what its weekday says', () => {
    const listed = new Set(LISTED.map(([day]) => day));
    const years = ['2024', '2025', '2026', '2027'].flatMap((year) =>
      everyDay(`${year}-01-01`, `${year}-12-31`),
    );
    const ordinary = years.filter((day) => !listed.has(day));
    expect(ordinary.filter((day) => TAIWAN.isWorkingDay(day) !== weekdayOf(day) <= 5)).toEqual([]);
    expect(listed.size).toBe(64);
  });
});

describe('which days somebody works who rests on other days', () => {
  const SHIFTS = { restDays: [2, 3], worksHolidays: false };
  const ALL_YEAR = { restDays: [2, 3], worksHolidays: true };
  const OPEN_OFFICE = { restDays: [6, 7], worksHolidays: true };
  const SIX_DAYS = { restDays: [7], worksHolidays: false };

  test.each([
    ['a rest day', SHIFTS, '2026-11-17', false],
    ['the other', SHIFTS, '2026-11-18', false],
    ['an ordinary Saturday', SHIFTS, '2026-11-21', true],
    ['and Sunday', SHIFTS, '2026-11-22', true],
    ['a holiday on a Friday', SHIFTS, '2026-02-27', false],
    ['a holiday on a rest day', SHIFTS, '2026-02-17', false],
    ['a make-up Saturday, which is theirs as any', SHIFTS, '2025-02-08', true],
    ['a holiday in a shop that is open', ALL_YEAR, '2026-02-27', true],
    ['a rest day there, though a holiday is worked', ALL_YEAR, '2026-02-17', false],
    ['the weekday holiday of an office that is open', OPEN_OFFICE, '2025-01-27', true],
    ['which nobody has to make up for', OPEN_OFFICE, '2025-02-08', false],
    ['Saturday of a six-day week', SIX_DAYS, '2025-02-15', true],
    ['Sunday of a six-day week', SIX_DAYS, '2025-02-16', false],
  ])('%s', (_what, week, day, worked) => {
    expect(createWorkCalendar(TAIWAN_PUBLIC, week).isWorkingDay(day)).toBe(worked);
  });

  test('a make-up day on a rest day is rested by whoever has shifts', () => {
    const sunday = createPublicCalendar(new Map([['2025-02-09', { kind: 'workday', name: '' }]]), () => {});
    const works = (restDays: number[]) =>
      createWorkCalendar(sunday, { restDays, worksHolidays: false }).isWorkingDay('2025-02-09');
    expect([works([6, 7]), works([7, 6]), works([7]), works([7, 1])]).toEqual([true, true, false, false]);
  });

  test('Monday to Friday where nothing better is known', () => {
    expect(WEEKDAYS.isWorkingDay('2024-02-28')).toBe(true);
    expect(WEEKDAYS.isWorkingDay('2024-02-17')).toBe(false);
  });
});

describe('the years of a calendar', () => {
  const day = (kind: DayKind, name = 'x'): SpecialDay => ({ kind, name });

  test('one that nobody has entered is told once, and its weekdays are taken as worked', () => {
    const told: string[] = [];
    const days = new Map([['2026-01-01', day('off')]]);
    const calendar = createWorkCalendar(
      createPublicCalendar(days, (year) => told.push(year)),
      OFFICE_WEEK,
    );
    expect(['2026-01-01', '2026-01-02'].map((each) => calendar.isWorkingDay(each))).toEqual([false, true]);
    expect(told).toEqual([]);
    const beyond = ['2027-01-01', '2027-01-02', '2028-01-03', '2027-01-04'];
    expect(beyond.map((each) => calendar.isWorkingDay(each))).toEqual([true, false, true, true]);
    expect(told).toEqual(['2027', '2028']);
  });

  test('one that is imported replaces the whole of the one that ships', () => {
    const shipped = new Map([
      ['2026-01-01', day('off', 'shipped')],
      ['2027-01-01', day('off', 'shipped')],
      ['2027-02-08', day('off', 'shipped')],
    ]);
    const imported = new Map([['2027-01-01', day('off', 'imported')]]);
    expect([...replaceYears(shipped, imported)]).toEqual([
      ['2026-01-01', day('off', 'shipped')],
      ['2027-01-01', day('off', 'imported')],
    ]);
  });
});
