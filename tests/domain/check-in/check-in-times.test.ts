import { describe, expect, test } from '@jest/globals';
import {
  nextCheckIn,
  nextWakeAt,
  periodMeant,
  renewedWakeAt,
} from '../../../src/domain/check-in/check-in-times.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import { checkInDueAt, type Timetable } from '../../../src/domain/check-in/sending-windows.ts';
import { WEEKDAYS, type WorkCalendar } from '../../../src/domain/check-in/work-calendar.ts';
import { TAIWAN } from '../../support/taiwan.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function timetable(at: string, timeZone: string, calendar: WorkCalendar = WEEKDAYS): Timetable {
  const [day = '', time = ''] = at.split(' ');
  return {
    schedule: { ...DEFAULT_SCHEDULE, checkIn: { weekday: 1 + DAYS.indexOf(day), time } },
    timeZone,
    calendar,
    absences: [],
  };
}

const dueAt = (period: string, table: Timetable) => checkInDueAt(period, table)?.toISOString().slice(0, 16);

describe('when the check-in of a period falls due', () => {
  test.each([
    // Berlin: forward on Sunday 29 March 2026, back on Sunday 25 October 2026.
    ['Wed 13:00', 'Europe/Berlin', '2026-W13', '2026-03-25T12:00'],
    ['Wed 13:00', 'Europe/Berlin', '2026-W14', '2026-04-01T11:00'],
    ['Wed 13:00', 'Europe/Berlin', '2026-W43', '2026-10-21T11:00'],
    ['Wed 13:00', 'Europe/Berlin', '2026-W44', '2026-10-28T12:00'],
    ['Mon 09:00', 'America/New_York', '2026-W10', '2026-03-02T14:00'],
    ['Mon 09:00', 'America/New_York', '2026-W11', '2026-03-09T13:00'],
    ['Mon 09:00', 'America/New_York', '2026-W44', '2026-10-26T13:00'],
    ['Mon 09:00', 'America/New_York', '2026-W45', '2026-11-02T14:00'],
    // By half an hour.
    ['Wed 13:00', 'Australia/Lord_Howe', '2026-W14', '2026-04-01T02:00'],
    ['Wed 13:00', 'Australia/Lord_Howe', '2026-W15', '2026-04-08T02:30'],
    ['Wed 13:00', 'Australia/Lord_Howe', '2026-W40', '2026-09-30T02:30'],
    ['Wed 13:00', 'Australia/Lord_Howe', '2026-W41', '2026-10-07T02:00'],
    // Zones that are not whole hours from UTC.
    ['Wed 13:00', 'Asia/Kolkata', '2026-W47', '2026-11-18T07:30'],
    ['Wed 13:00', 'Asia/Kathmandu', '2026-W47', '2026-11-18T07:15'],
    // Samoa went from Thursday 29 to Saturday 31 December 2011: a Thursday's comes, a Friday's has no day.
    ['Thu 13:00', 'Pacific/Apia', '2011-W52', '2011-12-29T23:00'],
    ['Fri 13:00', 'Pacific/Apia', '2011-W52', undefined],
    ['Fri 13:00', 'Pacific/Apia', '2012-W01', '2012-01-05T23:00'],
    // Leap days: a Thursday in 2024, a Tuesday in 2028.
    ['Thu 13:00', 'UTC', '2024-W09', '2024-02-29T13:00'],
    ['Tue 13:00', 'UTC', '2028-W09', '2028-02-29T13:00'],
    ['Wed 13:00', 'UTC', '2028-W09', '2028-03-01T13:00'],
    // Week 53.
    ['Wed 13:00', 'Asia/Taipei', '2026-W53', '2026-12-30T05:00'],
    ['Fri 13:00', 'UTC', '2026-W53', '2027-01-01T13:00'],
    ['Wed 13:00', 'UTC', '2027-W01', '2027-01-06T13:00'],
    // Iran's clocks skipped the midnight that began Tuesday 22 March 2022.
    ['Tue 00:30', 'Asia/Tehran', '2022-W12', '2022-03-21T21:00'],
    ['Sat 13:00', 'UTC', '2026-W47', undefined],
  ])('%s in %s, %s: %s', (at, zone, period, due) => {
    expect(dueAt(period, timetable(at, zone))).toBe(due);
  });

  /** Every Wednesday and Monday off in data/holidays/tw.csv, and the make-up Saturdays. */
  test.each([
    ['Wed 13:00', '2024-W07', '2024-02-15'],
    ['Wed 13:00', '2024-W09', '2024-02-29'],
    ['Wed 13:00', '2024-W18', '2024-05-02'],
    ['Wed 13:00', '2025-W01', '2025-01-02'],
    ['Wed 13:00', '2025-W05', undefined],
    ['Wed 13:00', '2025-W06', '2025-02-05'],
    ['Wed 13:00', '2026-W08', undefined],
    ['Wed 13:00', '2027-W06', '2027-02-11'],
    ['Wed 13:00', '2027-W23', '2027-06-10'],
    ['Wed 13:00', '2027-W37', '2027-09-16'],
    ['Mon 13:00', '2024-W01', '2024-01-02'],
    ['Mon 13:00', '2024-W07', '2024-02-15'],
    ['Mon 13:00', '2024-W24', '2024-06-11'],
    ['Mon 13:00', '2025-W05', undefined],
    ['Mon 13:00', '2025-W40', '2025-09-30'],
    ['Mon 13:00', '2025-W41', '2025-10-07'],
    ['Mon 13:00', '2026-W08', undefined],
    ['Mon 13:00', '2026-W15', '2026-04-07'],
    ['Mon 13:00', '2026-W40', '2026-09-29'],
    ['Mon 13:00', '2026-W44', '2026-10-27'],
    ['Mon 13:00', '2027-W06', '2027-02-11'],
    ['Mon 13:00', '2027-W09', '2027-03-02'],
    ['Mon 13:00', '2027-W14', '2027-04-07'],
    ['Mon 13:00', '2027-W41', '2027-10-12'],
    ['Mon 13:00', '2027-W43', '2027-10-26'],
    ['Fri 13:00', '2026-W01', '2026-01-02'],
    ['Fri 13:00', '2027-W51', undefined],
    ['Sat 13:00', '2024-W07', '2024-02-17'],
    ['Sat 13:00', '2025-W06', '2025-02-08'],
    ['Sat 13:00', '2025-W07', undefined],
  ])('in Taiwan, %s, %s: %s', (at, period, day) => {
    const due = dueAt(period, timetable(at, 'Asia/Taipei', TAIWAN));
    expect(due).toBe(day === undefined ? undefined : `${day}T05:00`);
  });
});

describe('the next check-in', () => {
  test.each([
    ['2026-02-11T04:59Z', '2026-02-11T05:00Z', []],
    ['2026-02-11T05:00Z', '2026-02-25T05:00Z', ['2026-W08']],
    ['2024-02-27T00:00Z', '2024-02-29T05:00Z', []],
    ['2024-02-29T05:00Z', '2024-03-06T05:00Z', []],
  ])('after %s is due at %s', (after, due, passedOver) => {
    const next = nextCheckIn(timetable('Wed 13:00', 'Asia/Taipei', TAIWAN), new Date(after));
    expect(next).toMatchObject({ dueAt: new Date(due), passedOver });
  });

  test('is none where the weekday is never worked', () => {
    expect(nextCheckIn(timetable('Sun 13:00', 'UTC'), new Date('2026-11-18T00:00Z'))).toBeUndefined();
  });

  test('a week nobody works in is looked after all the same, at the time it would have had', () => {
    const table = timetable('Wed 13:00', 'Asia/Taipei', TAIWAN);
    expect(nextWakeAt(table, new Date('2026-02-11T05:00Z'))).toEqual(new Date('2026-02-18T05:00Z'));
  });
});

describe('a time that was set in another zone or by other rules', () => {
  test.each([
    ['the same zone', 'Wed 13:00', '2026-11-18T05:00Z', 'Asia/Taipei', '2026-W47'],
    ['caught up later in its week', 'Wed 13:00', '2026-11-20T01:00Z', 'Asia/Taipei', '2026-W47'],
    ['from Taipei to Los Angeles', 'Wed 13:00', '2026-11-18T05:00Z', 'America/Los_Angeles', '2026-W47'],
    // Monday 09:00 in Taipei is Sunday in Los Angeles, and meant for the week that begins there.
    ['over the edge of a week', 'Mon 09:00', '2026-11-16T01:00Z', 'America/Los_Angeles', '2026-W47'],
    ['from Los Angeles to Taipei', 'Mon 09:00', '2026-11-16T17:00Z', 'Asia/Taipei', '2026-W47'],
    ['from Kiritimati to Baker Island', 'Mon 00:30', '2026-11-15T10:30Z', 'Etc/GMT+12', '2026-W47'],
    ['from Baker Island to Kiritimati', 'Sat 23:30', '2026-11-22T11:30Z', 'Pacific/Kiritimati', '2026-W47'],
  ])('%s is meant for its period still', (_what, at, nextAt, zone, period) => {
    expect(periodMeant(new Date(nextAt), timetable(at, zone))).toBe(period);
  });

  test('is renewed to that period’s due time where the member is now', () => {
    const before = new Date('2026-11-18T05:00Z');
    expect(renewedWakeAt(timetable('Wed 13:00', 'Asia/Taipei'), before)).toEqual(before);
    expect(renewedWakeAt(timetable('Wed 13:00', 'America/Los_Angeles'), before)).toEqual(
      new Date('2026-11-18T21:00Z'),
    );
  });
});
