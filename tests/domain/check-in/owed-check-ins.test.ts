import { describe, expect, test } from '@jest/globals';
import { owedCheckIns } from '../../../src/domain/check-in/plan-check-in.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import { WEEKDAYS, type WorkCalendar } from '../../../src/domain/check-in/work-calendar.ts';
import { TAIWAN } from '../../support/taiwan.ts';

/** What became of the periods, told in a line: `2026-W47 missed, 2026-W48 now, again 2026-12-02T05:00`. */
function told(nextAt: string, now: string, zone = 'Asia/Taipei', calendar: WorkCalendar = TAIWAN, at = WED) {
  const timetable = {
    schedule: { ...DEFAULT_SCHEDULE, checkIn: at },
    timeZone: zone,
    calendar,
    absences: [],
  };
  const owed = owedCheckIns(timetable, new Date(nextAt), new Date(now));
  return [
    ...owed.notHeld.map(({ period, reason }) => `${period} ${reason}`),
    ...(owed.due === undefined ? [] : [`${owed.due.period} now`]),
    `again ${owed.nextAt.toISOString().slice(0, 16)}`,
  ].join(', ');
}

const WED = { weekday: 3, time: '13:00' };
const DUE = '2026-11-18T05:00Z';
const NEXT = 'again 2026-11-25T05:00';

describe('what is owed after an outage (Wednesday 13:00 in Taipei)', () => {
  test.each([
    ['none', '2026-11-18T05:00:30Z', `2026-W47 now, ${NEXT}`],
    ['an hour', '2026-11-18T06:00Z', `2026-W47 now, ${NEXT}`],
    ['until a moment before 20:00', '2026-11-18T11:59:59Z', `2026-W47 now, ${NEXT}`],
    ['until 20:00: nobody is asked at night', '2026-11-18T12:00Z', 'again 2026-11-19T01:00'],
    ['until 03:00', '2026-11-18T19:00Z', 'again 2026-11-19T01:00'],
    ['a day', '2026-11-19T05:00Z', `2026-W47 now, ${NEXT}`],
    ['until Friday 19:59', '2026-11-20T11:59Z', `2026-W47 now, ${NEXT}`],
    ['until Friday evening: the weekend is no working day', '2026-11-20T12:00Z', `2026-W47 missed, ${NEXT}`],
    ['until Saturday noon', '2026-11-21T04:00Z', `2026-W47 missed, ${NEXT}`],
    ['until the Monday after', '2026-11-23T02:00Z', `2026-W47 missed, ${NEXT}`],
    [
      'three weeks',
      '2026-12-10T05:00Z',
      '2026-W47 missed, 2026-W48 missed, 2026-W49 missed, 2026-W50 now, again 2026-12-16T05:00',
    ],
    [
      'three weeks, to before this week’s',
      '2026-12-08T05:00Z',
      '2026-W47 missed, 2026-W48 missed, 2026-W49 missed, again 2026-12-09T05:00',
    ],
  ])('%s', (_what, now, expected) => {
    expect(told(DUE, now)).toBe(expected);
  });

  test('years: no more than sixty periods are noted', () => {
    const line = told('2020-01-01T05:00Z', DUE, 'Asia/Taipei', WEEKDAYS);
    expect(line.match(/missed/g)).toHaveLength(60);
    expect(line.startsWith('2025-W39 missed')).toBe(true);
  });
});

describe('what is owed where nobody works', () => {
  test.each([
    [
      'a holiday, moved a day',
      '2024-02-29T05:00Z',
      '2024-02-29T05:00Z',
      '2024-W09 now, again 2024-03-06T05:00',
    ],
    ['woken on the holiday itself', '2024-02-28T05:00Z', '2024-02-28T05:00Z', 'again 2024-02-29T05:00'],
    [
      'the week of the Lunar New Year',
      '2026-02-18T05:00Z',
      '2026-02-18T05:00Z',
      '2026-W08 no-working-day, again 2026-02-25T05:00',
    ],
    [
      'which is said on its day, not before',
      '2026-02-17T05:00Z',
      '2026-02-17T05:00Z',
      'again 2026-02-18T05:00',
    ],
    [
      'an outage over it',
      '2026-02-11T05:00Z',
      '2026-02-26T05:00Z',
      '2026-W07 missed, 2026-W08 no-working-day, 2026-W09 now, again 2026-03-04T05:00',
    ],
    [
      'caught up on the Thursday after it',
      '2025-02-05T05:00Z',
      '2025-02-06T01:00Z',
      '2025-W06 now, again 2025-02-12T05:00',
    ],
    [
      'and on the make-up Saturday',
      '2025-02-05T05:00Z',
      '2025-02-08T01:00Z',
      '2025-W06 now, again 2025-02-12T05:00',
    ],
  ])('%s', (_what, nextAt, now, expected) => {
    expect(told(nextAt, now)).toBe(expected);
  });

  test('Samoa’s missing Friday', () => {
    const friday = { weekday: 5, time: '13:00' };
    const line = told('2011-12-30T23:00Z', '2011-12-30T23:00Z', 'Pacific/Apia', WEEKDAYS, friday);
    expect(line).toBe('2011-W52 no-working-day, again 2012-01-05T23:00');
  });
});

describe('a member who has travelled since the last check-in', () => {
  test.each([
    ['west, woken too early', DUE, DUE, 'America/Los_Angeles', 'again 2026-11-18T21:00'],
    [
      'east, woken at 05:00 the day after',
      '2026-11-18T21:00Z',
      '2026-11-18T21:00Z',
      'Asia/Taipei',
      'again 2026-11-19T01:00',
    ],
    [
      'east, at 11:00 the day after',
      '2026-11-18T21:00Z',
      '2026-11-19T03:00Z',
      'Asia/Taipei',
      `2026-W47 now, ${NEXT}`,
    ],
    [
      'to the other side of the date line',
      '2026-11-18T00:00Z',
      '2026-11-18T00:00Z',
      'Pacific/Honolulu',
      'again 2026-11-18T23:00',
    ],
  ])('%s', (_what, nextAt, now, zone, expected) => {
    expect(told(nextAt, now, zone)).toBe(expected);
  });

  test('over the edge of a week: the week behind them had its check-in', () => {
    const monday = { weekday: 1, time: '09:00' };
    const line = told('2026-11-16T01:00Z', '2026-11-16T01:00Z', 'America/Los_Angeles', WEEKDAYS, monday);
    expect(line).toBe('again 2026-11-16T17:00');
  });
});

describe('a schedule at an hour of its own', () => {
  test.each([
    ['07:00 is on time for an hour', '07:00', '2026-11-17T23:59Z', `2026-W47 now, again 2026-11-24T23:00`],
    ['and caught up from 09:00', '07:00', '2026-11-18T00:30Z', 'again 2026-11-18T01:00'],
    ['22:00 is on time for an hour', '22:00', '2026-11-18T14:59Z', `2026-W47 now, again 2026-11-25T14:00`],
    ['and caught up the day after', '22:00', '2026-11-18T15:00Z', 'again 2026-11-19T01:00'],
    ['23:30 until midnight', '23:30', '2026-11-18T16:00Z', 'again 2026-11-19T01:00'],
  ])('%s', (_what, time, now, expected) => {
    expect(told('2026-11-17T20:00Z', now, 'Asia/Taipei', TAIWAN, { weekday: 3, time })).toBe(expected);
  });
});
