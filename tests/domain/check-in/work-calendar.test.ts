import { describe, expect, test } from '@jest/globals';
import {
  createWorkCalendar,
  createWorkCalendars,
  WEEKDAYS,
} from '../../../src/domain/check-in/work-calendar.ts';
import { TAIWAN } from '../../support/taiwan.ts';

describe('which days are worked', () => {
  test.each([
    ['an ordinary Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['the leap day of 2024, a Thursday', '2024-02-29', true],
    ['a holiday on a Wednesday', '2024-02-28', false],
    ['勞動節, which is no holiday of offices', '2025-05-01', false],
    ['the Saturday that made up for the Lunar New Year of 2024', '2024-02-17', true],
    ['and of 2025', '2025-02-08', true],
    ['the Saturday a week later', '2025-02-15', false],
    ['a bridged Friday', '2027-12-31', false],
  ])('in Taiwan, %s, %s: %s', (_what, day, worked) => {
    expect(TAIWAN.isWorkingDay(day)).toBe(worked);
  });

  test('Taiwan’s for whoever lives there, Monday to Friday elsewhere', () => {
    const calendars = createWorkCalendars(TAIWAN);
    expect(calendars.of('Asia/Taipei').isWorkingDay('2024-02-28')).toBe(false);
    expect(calendars.of('America/New_York')).toBe(WEEKDAYS);
    expect(WEEKDAYS.isWorkingDay('2024-02-28')).toBe(true);
    expect(WEEKDAYS.isWorkingDay('2024-02-17')).toBe(false);
  });

  test('a year that nobody has entered is told once, and its weekdays are taken as worked', () => {
    const told: string[] = [];
    const calendar = createWorkCalendar(new Map([['2026-01-01', 'off']]), (year) => told.push(year));
    expect(['2026-01-01', '2026-01-02'].map((day) => calendar.isWorkingDay(day))).toEqual([false, true]);
    expect(told).toEqual([]);
    const beyond = ['2027-01-01', '2027-01-02', '2028-01-03', '2027-01-04'];
    expect(beyond.map((day) => calendar.isWorkingDay(day))).toEqual([true, false, true, true]);
    expect(told).toEqual(['2027', '2028']);
  });
});
