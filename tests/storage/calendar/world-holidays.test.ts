import { describe, expect, test } from '@jest/globals';
import { loadWorldHolidays } from '../../../src/storage/calendar/world-holidays.ts';

const holidays = await loadWorldHolidays();
const isOff = (zone: string, day: string) => holidays.calendarIn(zone)?.kindOf(day) === 'off';

describe('public holidays of other countries, by time zone', () => {
  test.each([
    ['Europe/Berlin', '2026-10-03', true],
    ['Europe/Berlin', '2026-04-03', true],
    // A holiday of some of its states only.
    ['Europe/Berlin', '2026-11-01', false],
    ['Europe/Berlin', '2026-11-18', false],
    ['Asia/Tokyo', '2026-05-06', true],
    ['Asia/Tokyo', '2026-11-18', false],
    ['America/New_York', '2026-11-26', true],
    ['America/Los_Angeles', '2026-07-03', true],
    ['America/Indiana/Indianapolis', '2026-11-26', true],
    ['Asia/Singapore', '2026-08-10', true],
    ['Asia/Ho_Chi_Minh', '2026-09-02', true],
    // One zone, two names.
    ['Asia/Kolkata', '2026-01-26', true],
    ['Asia/Calcutta', '2026-01-26', true],
    ['Europe/Kyiv', '2026-08-24', true],
    ['Europe/Kiev', '2026-08-24', true],
  ])('%s, %s: %s', (zone, day, expected) => {
    expect(isOff(zone, day)).toBe(expected);
  });

  test('several days in a row are each off, and the day after is not', () => {
    const days = ['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-19', '2026-02-20', '2026-02-21'];
    expect(days.map((day) => isOff('Asia/Ho_Chi_Minh', day))).toEqual([false, true, true, true, true, false]);
  });

  test('days of observance, and bank holidays that are no public ones, are worked', () => {
    expect(isOff('Europe/Berlin', '2026-12-24')).toBe(false);
    expect(isOff('America/New_York', '2026-02-14')).toBe(false);
  });

  test('half a day off is a working day', () => {
    expect(isOff('Asia/Shanghai', '2026-05-04')).toBe(false);
    expect(isOff('Asia/Shanghai', '2026-05-01')).toBe(true);
  });

  test('a zone of no country has no calendar', () => {
    expect(['UTC', 'Etc/GMT+12', 'Antarctica/Troll'].map((zone) => holidays.calendarIn(zone))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
