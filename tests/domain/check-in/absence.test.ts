import { describe, expect, test } from '@jest/globals';
import { type Absence, isAway, problemWithDays } from '../../../src/domain/check-in/absence.ts';
import { backAt } from '../../../src/domain/check-in/back-at.ts';
import { comingCheckInAt, owedCheckIns } from '../../../src/domain/check-in/plan-check-in.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import type { Timetable } from '../../../src/domain/check-in/sending-windows.ts';
import {
  createWorkCalendar,
  OFFICE_WEEK,
  type WorkWeek,
} from '../../../src/domain/check-in/work-calendar.ts';
import { nextDigestAt, owedDigests, renewedDigestAt } from '../../../src/domain/digest/digest-times.ts';
import { TAIWAN_PUBLIC } from '../../support/taiwan.ts';

/** `leave 2026-11-16..2026-11-18`, both days included, as people say it. */
function absence(text: string): Absence {
  const [kind, from = '', lastDay = ''] = text.split(/ |\.\./);
  const until = new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10);
  return { kind: kind === 'leave' ? 'on-leave' : 'blackout', from, until };
}

function timetable(absences: readonly string[] = [], week: WorkWeek = OFFICE_WEEK, weekday = 3): Timetable {
  return {
    schedule: { ...DEFAULT_SCHEDULE, checkIn: { weekday, time: '13:00' } },
    timeZone: 'Asia/Taipei',
    calendar: createWorkCalendar(TAIWAN_PUBLIC, week),
    absences: absences.map(absence),
  };
}

const wall = (instant: Date | undefined) =>
  instant && new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** What becomes of the period of a Wednesday's check-in: when it comes, or why it does not. */
function outcome(wednesday: string, table: Timetable): string | undefined {
  let wakesAt = new Date(`${wednesday}T05:00Z`);
  for (;;) {
    const owed = owedCheckIns(table, wakesAt, wakesAt);
    if (owed.notHeld[0] !== undefined) return owed.notHeld[0].reason;
    if (owed.due !== undefined) return wall(wakesAt);
    wakesAt = owed.nextAt;
  }
}

describe('a check-in of somebody who is away (Wednesday 13:00)', () => {
  test.each([
    [[], '2026-11-18 13:00'],
    [['leave 2026-11-18..2026-11-18'], '2026-11-19 13:00'],
    [['leave 2026-11-18..2026-11-19'], '2026-11-20 13:00'],
    [['leave 2026-11-18..2026-11-20'], 'on-leave'],
    [['leave 2026-10-01..2027-01-31'], 'on-leave'],
    [['leave 2026-11-16..2026-11-17'], '2026-11-18 13:00'],
    [['leave 2026-11-19..2026-11-30'], '2026-11-18 13:00'],
    [['blackout 2026-11-18..2026-11-20'], 'blackout'],
    [['blackout 2026-11-18..2026-11-19'], '2026-11-20 13:00'],
    // Each takes a part of the week; only together do they take it all.
    [['blackout 2026-11-18..2026-11-18', 'leave 2026-11-19..2026-11-20'], 'on-leave'],
    [['blackout 2026-11-16..2026-11-22', 'leave 2026-11-16..2026-11-22'], 'blackout'],
  ])('%j: %s', (absences, expected) => {
    expect(outcome('2026-11-18', timetable(absences))).toBe(expected);
  });

  test('in a week that nobody works, the week is the reason, not the leave', () => {
    expect(outcome('2026-02-18', timetable(['leave 2026-02-01..2026-02-28']))).toBe('no-working-day');
  });

  test('comes on the make-up Saturday, where that is the first day back', () => {
    expect(outcome('2025-02-05', timetable(['leave 2025-02-05..2025-02-07']))).toBe('2025-02-08 13:00');
  });
});

describe('a check-in of a shift worker (Wednesday 13:00)', () => {
  const rest = (...restDays: number[]): WorkWeek => ({ restDays, worksHolidays: false });

  test.each([
    ['rests Monday and Tuesday', rest(1, 2), '2026-11-18', '2026-11-18 13:00'],
    ['rests Wednesday and Thursday', rest(3, 4), '2026-11-18', '2026-11-20 13:00'],
    ['rests Wednesday to Friday', rest(3, 4, 5), '2026-11-18', '2026-11-21 13:00'],
    ['rests all but Monday and Tuesday', rest(3, 4, 5, 6, 7), '2026-11-18', 'no-working-day'],
    ['keeps holidays, in the week of the Lunar New Year', rest(1, 2), '2026-02-18', '2026-02-21 13:00'],
    ['works on holidays then', { ...rest(1, 2), worksHolidays: true }, '2026-02-18', '2026-02-18 13:00'],
    ['rests Sundays, on a make-up Saturday’s week', rest(7), '2025-02-05', '2025-02-05 13:00'],
    [
      'rests Friday to Sunday: the make-up Saturday is not theirs',
      rest(3, 4, 5, 6),
      '2025-02-05',
      '2025-02-09 13:00',
    ],
  ])('who %s', (_who, week, wednesday, expected) => {
    expect(outcome(wednesday, timetable([], week))).toBe(expected);
  });
});

describe('the named weeks of Taiwan', () => {
  test.each([
    ['2025-01-27 is a holiday, and all its week', 1, '2025-01-27', 'no-working-day'],
    ['a Monday off moves to Tuesday', 1, '2026-09-28', '2026-09-29 13:00'],
    ['2025-02-08 works: a Saturday’s check-in comes', 6, '2025-02-08', '2025-02-08 13:00'],
    ['2026-W08 has no working day', 3, '2026-02-18', 'no-working-day'],
  ])('%s', (_what, weekday, day, expected) => {
    expect(outcome(day, timetable([], OFFICE_WEEK, weekday))).toBe(expected);
  });
});

describe('a digest for somebody who is away (Monday 09:00)', () => {
  const SUNDAY = new Date('2026-11-22T02:00Z');

  test.each([
    [[], '2026-11-23 09:00'],
    [['leave 2026-11-23..2026-11-23'], '2026-11-24 09:00'],
    [['leave 2026-11-20..2026-11-27'], '2026-11-30 09:00'],
    [['blackout 2026-11-23..2026-11-24'], '2026-11-25 09:00'],
    [['leave 2026-11-23..2026-11-24', 'blackout 2026-11-25..2026-11-25'], '2026-11-26 09:00'],
    // Longer than a digest waits: the next that is news.
    [['leave 2026-11-23..2027-03-31'], '2027-04-01 09:00'],
  ])('%j: %s', (absences, expected) => {
    expect(wall(nextDigestAt(timetable(absences), SUNDAY))).toBe(expected);
  });

  test('comes on the first day that a supervisor with shifts works', () => {
    const table = timetable([], { restDays: [1, 2], worksHolidays: false });
    expect(wall(nextDigestAt(table, SUNDAY))).toBe('2026-11-25 09:00');
  });

  test('leave taken back: the digest that had moved comes when it would have', () => {
    const away = timetable(['leave 2026-11-23..2026-12-11']);
    const moved = nextDigestAt(away, SUNDAY);
    expect(wall(moved)).toBe('2026-12-14 09:00');
    expect(wall(renewedDigestAt(timetable(), moved, away))).toBe('2026-11-23 09:00');
  });

  test('after four weeks away there is one digest, about the newest of two weeks', () => {
    const back = new Date('2026-12-21T01:00Z');
    const owed = owedDigests(timetable(['leave 2026-11-23..2026-12-20']), SUNDAY, back);
    expect(owed.due.map(({ period }) => period)).toEqual(['2026-W51', '2026-W50']);
  });
});

describe('what could not be sent before somebody went away', () => {
  const ON_TIME = { isLate: false };

  test.each([
    [[], '2026-11-18 14:00', undefined],
    [['leave 2026-11-19..2026-11-19'], '2026-11-18 14:00', undefined],
    [['leave 2026-11-10..2026-11-17'], '2026-11-18 00:00', undefined],
    [['leave 2026-11-18..2026-11-18'], '2026-11-18 00:00', '2026-11-19 09:00'],
    [['leave 2026-11-18..2026-11-18'], '2026-11-18 23:59', '2026-11-19 09:00'],
    [['leave 2026-11-18..2026-11-20'], '2026-11-18 14:00', '2026-11-23 09:00'],
    [['blackout 2026-11-18..2026-11-19'], '2026-11-18 14:00', '2026-11-20 09:00'],
    [
      ['leave 2026-11-18..2026-11-18', 'blackout 2026-11-19..2026-11-19'],
      '2026-11-18 14:00',
      '2026-11-20 09:00',
    ],
    // What comes right after the days off is not leave, and no working day either.
    [['leave 2026-02-10..2026-02-13'], '2026-02-10 09:00', '2026-02-23 09:00'],
    [['leave 2025-02-07..2025-02-07'], '2025-02-07 09:00', '2025-02-08 09:00'],
  ])('%j at %s: held until %s', (absences, now, expected) => {
    expect(wall(backAt(timetable(absences), new Date(`${now.replace(' ', 'T')}+08:00`), ON_TIME))).toBe(
      expected,
    );
  });

  test('whoever works on no day at all gets it when the absence is over', () => {
    const never = timetable(['leave 2026-11-18..2026-11-19'], {
      restDays: [1, 2, 3, 4, 5, 6, 7],
      worksHolidays: false,
    });
    expect(wall(backAt(never, new Date('2026-11-18T14:00+08:00'), ON_TIME))).toBe('2026-11-20 00:00');
  });
});

describe('what an outage has held up is caught up in working hours', () => {
  const late = (absences: string[], now: string, week?: Parameters<typeof timetable>[1]) =>
    wall(backAt(timetable(absences, week), new Date(`${now.replace(' ', 'T')}+08:00`), { isLate: true }));

  test.each([
    // On a Wednesday, its night, and before its morning.
    [[], '2026-11-18 09:00', undefined],
    [[], '2026-11-18 19:59', undefined],
    [[], '2026-11-18 20:00', '2026-11-19 09:00'],
    [[], '2026-11-18 08:59', '2026-11-18 09:00'],
    // A Saturday, and one that is worked (補行上班日).
    [[], '2026-11-21 02:00', '2026-11-23 09:00'],
    [[], '2025-02-08 14:00', undefined],
    // The new year's holidays, leave right after the weekend, and leave.
    [[], '2026-02-16 10:00', '2026-02-23 09:00'],
    [['leave 2026-11-23..2026-11-23'], '2026-11-21 02:00', '2026-11-24 09:00'],
    [['leave 2026-11-18..2026-11-18'], '2026-11-18 14:00', '2026-11-19 09:00'],
  ])('%j at %s: held until %s', (absences, now, expected) => {
    expect(late(absences, now)).toBe(expected);
  });

  test('on the days that they themselves work; at once where they work on none', () => {
    expect(late([], '2026-11-21 14:00', { restDays: [3, 4], worksHolidays: true })).toBeUndefined();
    expect(late([], '2026-11-18 14:00', { restDays: [3, 4], worksHolidays: true })).toBe('2026-11-20 09:00');
    const none = { restDays: [1, 2, 3, 4, 5, 6, 7], worksHolidays: false };
    expect(late([], '2026-11-18 02:00', none)).toBeUndefined();
  });
});

describe('two check-ins are never open at once', () => {
  const monday = timetable([], OFFICE_WEEK, 1);
  const CLOSES = new Date('2026-11-24T16:00Z');

  test.each([
    ['waits until the one before it closes', CLOSES, '2026-11-25 09:00'],
    ['comes at its time where that has closed', new Date('2026-11-23T05:00Z'), '2026-11-23 13:00'],
    ['comes in the minute in which it closes', new Date('2026-11-24T03:00Z'), '2026-11-24 11:00'],
  ])('a check-in moved to Monday %s', (_what, openUntil, expected) => {
    const due = new Date('2026-11-23T05:00Z');
    expect(wall(comingCheckInAt(monday, due, due, openUntil))).toBe(expected);
  });

  test('and is not held where no working day is left then', () => {
    const due = new Date('2026-11-23T05:00Z');
    const owed = owedCheckIns(monday, due, due, new Date('2026-11-28T00:00Z'));
    expect(owed.notHeld).toEqual([{ period: '2026-W48', reason: 'no-working-day' }]);
  });
});

test('a check-in that is left to Sunday is still that of its week, although Monday’s is near', () => {
  // Monday is off, then leave; who works shifts has Sunday left.
  const week = { restDays: [], worksHolidays: false };
  const table = timetable(['leave 2027-03-02..2027-03-06'], week, 1);
  const sunday = new Date('2027-03-07T05:00Z');
  expect(owedCheckIns(table, sunday, sunday).due?.period).toBe('2027-W09');
});

test('a day belongs to an absence from its first to before its end', () => {
  const days = ['2026-11-15', '2026-11-16', '2026-11-18', '2026-11-19'];
  expect(days.map((day) => isAway(day, [absence('leave 2026-11-16..2026-11-18')]))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

describe('days that somebody names (today is 2026-11-16)', () => {
  test.each([
    ['2026-11-16', '2026-11-16', undefined],
    ['2026-10-16', '2026-11-16', undefined],
    ['2026-10-15', '2026-11-16', 'begun-long-ago'],
    ['2026-11-10', '2026-11-15', 'in-the-past'],
    ['0001-01-01', '2026-11-20', 'begun-long-ago'],
    ['0001-01-01', '2026-11-15', 'in-the-past'],
    ['2026-11-20', '2026-11-19', 'until-before-from'],
    ['2028-11-17', '2028-11-17', undefined],
    ['2028-11-18', '2028-11-18', 'too-far'],
    ['2026-11-20', '9999-12-31', 'too-far'],
    ['2027-02-29', '2027-03-01', 'not-a-day'],
    ['2028-02-29', '2028-03-01', undefined],
    ['2026/11/20', '2026/11/21', 'not-a-day'],
    ['', '', 'not-a-day'],
  ])('%s to %s: %s', (from, lastDay, problem) => {
    expect(problemWithDays({ from, lastDay }, '2026-11-16')).toBe(problem);
  });
});
