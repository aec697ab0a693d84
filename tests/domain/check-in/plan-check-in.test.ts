import { describe, expect, test } from '@jest/globals';
import { nextWakeAt } from '../../../src/domain/check-in/check-in-times.ts';
import { owedCheckIns } from '../../../src/domain/check-in/plan-check-in.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import { WEEKDAYS } from '../../../src/domain/check-in/work-calendar.ts';

const WEEK_MS = 7 * 86_400_000;

/** What is due at `now` to somebody whose next time was within the week before. */
function checkInDue(schedule: typeof DEFAULT_SCHEDULE, timeZone: string, now: Date) {
  const timetable = { schedule, timeZone, calendar: WEEKDAYS, absences: [] };
  return owedCheckIns(timetable, nextWakeAt(timetable, new Date(now.getTime() - WEEK_MS)), now).due;
}

const started = DEFAULT_SCHEDULE;
const LA = 'America/Los_Angeles';

describe('the check-in that is due', () => {
  test('is for the week it falls into and closes at local midnight two days after it', () => {
    expect(checkInDue(started, 'Asia/Taipei', new Date('2026-11-18T05:00Z'))).toEqual({
      period: '2026-W47',
      periodEndsAt: new Date('2026-11-22T16:00Z'),
      closesAt: new Date('2026-11-24T16:00Z'),
    });
  });

  test.each([
    ['the clocks go back in its week', LA, 2, '2026-10-28T20:00Z', '2026-11-02T08:00Z', '2026-11-04T08:00Z'],
    [
      'the clocks go forward in its week',
      LA,
      2,
      '2026-03-04T21:00Z',
      '2026-03-09T07:00Z',
      '2026-03-11T07:00Z',
    ],
    [
      'the clock moves by half an hour',
      'Australia/Lord_Howe',
      2,
      '2026-09-30T02:30Z',
      '2026-10-04T13:00Z',
      '2026-10-06T13:00Z',
    ],
    // Iran's clocks skipped the midnight that began Tuesday 22 March 2022.
    [
      'it closes at a midnight that is skipped',
      'Asia/Tehran',
      1,
      '2022-03-16T09:30Z',
      '2022-03-20T20:30Z',
      '2022-03-21T20:30Z',
    ],
    [
      'its week has six days',
      'Pacific/Apia',
      2,
      '2011-12-28T23:00Z',
      '2012-01-01T10:00Z',
      '2012-01-03T10:00Z',
    ],
    ['it is of week 53', 'Asia/Taipei', 2, '2026-12-30T05:00Z', '2027-01-03T16:00Z', '2027-01-05T16:00Z'],
    [
      'late answers are not taken',
      'Asia/Taipei',
      0,
      '2026-11-18T05:00Z',
      '2026-11-22T16:00Z',
      '2026-11-22T16:00Z',
    ],
  ])('%s', (_what, zone, lateDays, now, periodEndsAt, closesAt) => {
    expect(checkInDue({ ...started, lateDays }, zone, new Date(now))).toMatchObject({
      periodEndsAt: new Date(periodEndsAt),
      closesAt: new Date(closesAt),
    });
  });

  test('promise 5: closes before the next one is due, so that two are never open at once', () => {
    const monday = { ...started, checkIn: { weekday: 1, time: '09:00' }, lateDays: 6 };
    expect(checkInDue(monday, 'Asia/Taipei', new Date('2026-11-16T01:00Z'))?.closesAt).toEqual(
      new Date('2026-11-23T01:00Z'),
    );
  });

  test('is caught up inside its own week after an outage', () => {
    const onTime = checkInDue(started, 'Asia/Taipei', new Date('2026-11-18T05:00Z'));
    expect(checkInDue(started, 'Asia/Taipei', new Date('2026-11-20T11:59:59Z'))).toEqual(onTime);
  });

  test.each([
    ['on the Monday after', '2026-11-22T16:00Z'],
    ['on the Tuesday after', '2026-11-24T05:00Z'],
    ['a moment before the next one', '2026-11-25T04:59:59Z'],
  ])('is skipped %s: its week is over', (_when, now) => {
    expect(checkInDue(started, 'Asia/Taipei', new Date(now))).toBeUndefined();
  });
});
