import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import { WEEKDAYS, type WorkCalendar } from '../../../src/domain/check-in/work-calendar.ts';
import { nextDigestAt, owedDigests, renewedDigestAt } from '../../../src/domain/digest/digest-times.ts';
import { TAIWAN } from '../../support/taiwan.ts';

const timetable = (timeZone = 'Asia/Taipei', calendar: WorkCalendar = TAIWAN) => ({
  schedule: DEFAULT_SCHEDULE,
  timeZone,
  calendar,
  absences: [],
});

/** What a digest could be about, and when to look again: `2026-W47 2026-W46, again 2026-11-30T01:00`. */
function told(nextAt: string, now: string, table = timetable()): string {
  const owed = owedDigests(table, new Date(nextAt), new Date(now));
  return [
    ...(owed.due.length === 0 ? [] : [owed.due.map(({ period }) => period).join(' ')]),
    ...(owed.stale === 0 ? [] : [`${owed.stale} stale`]),
    `again ${owed.nextAt.toISOString().slice(0, 16)}`,
  ].join(', ');
}

describe('when a digest falls due (Monday 09:00)', () => {
  /** Every Monday off in data/holidays/tw.csv, but for its first day: what was before it the file does not know. */
  test.each([
    ['2024-02-12', '2024-02-15'],
    ['2024-06-10', '2024-06-11'],
    ['2025-01-27', '2025-02-03'],
    ['2025-09-29', '2025-09-30'],
    ['2025-10-06', '2025-10-07'],
    ['2026-02-16', '2026-02-23'],
    ['2026-04-06', '2026-04-07'],
    ['2026-09-28', '2026-09-29'],
    ['2026-10-26', '2026-10-27'],
    ['2027-02-08', '2027-02-11'],
    ['2027-03-01', '2027-03-02'],
    ['2027-04-05', '2027-04-07'],
    ['2027-10-11', '2027-10-12'],
    ['2027-10-25', '2027-10-26'],
    ['2026-11-23', '2026-11-23'],
  ])('in Taiwan, that of %s comes on %s', (monday, day) => {
    const sunday = new Date(Date.parse(monday) - 3_600_000);
    expect(nextDigestAt(timetable(), sunday)).toEqual(new Date(`${day}T01:00Z`));
  });

  test.each([
    ['America/New_York', '2026-03-07T00:00Z', '2026-03-09T13:00Z'],
    ['America/New_York', '2026-10-31T00:00Z', '2026-11-02T14:00Z'],
    ['Asia/Kathmandu', '2026-11-21T00:00Z', '2026-11-23T03:15Z'],
    ['Pacific/Apia', '2011-12-31T00:00Z', '2012-01-01T19:00Z'],
  ])('in %s, after %s: %s', (zone, after, due) => {
    expect(nextDigestAt(timetable(zone, WEEKDAYS), new Date(after))).toEqual(new Date(due));
  });

  test('by other rules or in another zone, it is the one that was meant', () => {
    const before = new Date('2026-11-23T01:00Z');
    expect(renewedDigestAt(timetable(), before)).toEqual(before);
    expect(renewedDigestAt(timetable('America/Los_Angeles', WEEKDAYS), before)).toEqual(
      new Date('2026-11-23T17:00Z'),
    );
    expect(renewedDigestAt(timetable(), new Date('2026-11-23T17:00Z'))).toEqual(before);
  });
});

describe('what a digest could be about', () => {
  const MONDAY = '2026-11-23T01:00Z';
  const NEXT = 'again 2026-11-30T01:00';

  test.each([
    ['on time', MONDAY, MONDAY, `2026-W47 2026-W46, ${NEXT}`],
    ['woken too early', MONDAY, '2026-11-22T17:00Z', `again ${MONDAY.slice(0, 16)}`],
    ['after an outage until Monday night', MONDAY, '2026-11-23T15:00Z', 'again 2026-11-24T01:00'],
    ['and in the morning', '2026-11-24T01:00Z', '2026-11-24T01:00Z', `2026-W47 2026-W46, ${NEXT}`],
    ['until Saturday: it comes with Monday’s', MONDAY, '2026-11-28T02:00Z', NEXT],
    ['of a week', MONDAY, '2026-12-01T02:00Z', '2026-W48 2026-W47, again 2026-12-07T01:00'],
    ['of three weeks', MONDAY, '2026-12-15T02:00Z', '2026-W50 2026-W49, 2 stale, again 2026-12-21T01:00'],
    [
      'moved by a holiday',
      '2026-02-23T01:00Z',
      '2026-02-23T01:00Z',
      '2026-W08 2026-W07, again 2026-03-02T01:00',
    ],
    ['on the holiday', '2026-02-16T01:00Z', '2026-02-16T01:00Z', 'again 2026-02-23T01:00'],
  ])('%s', (_what, nextAt, now, expected) => {
    expect(told(nextAt, now)).toBe(expected);
  });

  test('is cut off at the end of its period, however late it is', () => {
    const { due } = owedDigests(timetable(), new Date(MONDAY), new Date('2026-11-25T03:00Z'));
    expect(due[0]).toEqual({
      period: '2026-W47',
      cutoffAt: new Date('2026-11-22T16:00Z'),
      lastDay: '2026-11-22',
    });
  });
});
