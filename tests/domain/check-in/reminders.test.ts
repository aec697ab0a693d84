import { describe, expect, test } from '@jest/globals';
import {
  nextReminderAt,
  type RemindWhen,
  remindTime,
  sendReminderAt,
} from '../../../src/domain/check-in/reminders.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/check-in/schedule.ts';
import type { Timetable } from '../../../src/domain/check-in/sending-windows.ts';
import { WEEKDAYS } from '../../../src/domain/check-in/work-calendar.ts';
import { TAIWAN } from '../../support/taiwan.ts';

const TAIPEI = 'Asia/Taipei';
const at = (instant: string | undefined) => (instant === undefined ? undefined : new Date(instant));

describe('what a member asks for, on their own wall', () => {
  test.each<[RemindWhen, string, string, string]>([
    ['in-an-hour', TAIPEI, '2026-11-18T13:05+08:00', '2026-11-18T14:05+08:00'],
    ['in-an-hour', TAIPEI, '2026-11-18T23:30+08:00', '2026-11-19T00:30+08:00'],
    ['this-afternoon', TAIPEI, '2026-11-18T09:10+08:00', '2026-11-18T14:00+08:00'],
    ['tomorrow-morning', TAIPEI, '2026-11-18T13:05+08:00', '2026-11-19T09:00+08:00'],
    // They asked: Saturday is tomorrow.
    ['tomorrow-morning', TAIPEI, '2026-11-20T18:00+08:00', '2026-11-21T09:00+08:00'],
    ['tomorrow-morning', TAIPEI, '2026-11-18T00:10+08:00', '2026-11-19T09:00+08:00'],
    // New York falls back on 2026-11-01 and springs forward on 2027-03-14; an hour is an hour.
    ['tomorrow-morning', 'America/New_York', '2026-10-31T20:00-04:00', '2026-11-01T09:00-05:00'],
    ['tomorrow-morning', 'America/New_York', '2027-03-13T20:00-05:00', '2027-03-14T09:00-04:00'],
    ['this-afternoon', 'America/New_York', '2026-11-01T00:30-04:00', '2026-11-01T14:00-05:00'],
    ['in-an-hour', 'America/New_York', '2026-11-01T01:30-04:00', '2026-11-01T01:30-05:00'],
    ['tomorrow-morning', 'Asia/Kathmandu', '2026-11-18T10:00+05:45', '2026-11-19T09:00+05:45'],
  ])('%s in %s at %s is %s', (when, zone, now, expected) => {
    expect(remindTime(when, new Date(now), zone)).toEqual(new Date(expected));
  });
});

const taipei: Timetable = { schedule: DEFAULT_SCHEDULE, timeZone: TAIPEI, calendar: TAIWAN, absences: [] };
const onLeave: Timetable = {
  ...taipei,
  absences: [{ kind: 'on-leave', from: '2026-11-19', until: '2026-11-20' }],
};
const inZone = (timeZone: string): Timetable => ({
  schedule: DEFAULT_SCHEDULE,
  timeZone,
  calendar: WEEKDAYS,
  absences: [],
});

describe('a reminder that nobody asked for', () => {
  test.each<[string, Timetable, string, string, string | undefined]>([
    [
      'comes on the next working day',
      taipei,
      '2026-11-18T13:00+08:00',
      '2026-11-25T00:00+08:00',
      '2026-11-19T13:00+08:00',
    ],
    [
      'leaves the weekend alone',
      taipei,
      '2026-11-20T13:00+08:00',
      '2026-11-25T00:00+08:00',
      '2026-11-23T13:00+08:00',
    ],
    [
      'comes on a make-up Saturday',
      taipei,
      '2025-02-07T13:00+08:00',
      '2025-02-12T00:00+08:00',
      '2025-02-08T13:00+08:00',
    ],
    [
      'leaves holidays alone',
      taipei,
      '2026-02-13T13:00+08:00',
      '2026-02-25T00:00+08:00',
      '2026-02-23T13:00+08:00',
    ],
    [
      'leaves leave alone',
      onLeave,
      '2026-11-18T13:00+08:00',
      '2026-11-25T00:00+08:00',
      '2026-11-20T13:00+08:00',
    ],
    [
      'not where the check-in closes first',
      taipei,
      '2026-02-13T13:00+08:00',
      '2026-02-18T00:00+08:00',
      undefined,
    ],
    ['not at the minute it closes', taipei, '2026-11-23T13:00+08:00', '2026-11-24T13:00+08:00', undefined],
    [
      'before it closes that day',
      taipei,
      '2026-11-23T13:00+08:00',
      '2026-11-24T13:01+08:00',
      '2026-11-24T13:00+08:00',
    ],
    [
      'at the wall’s 13:00 when the clock goes back',
      inZone('Europe/Dublin'),
      '2026-10-23T13:00+01:00',
      '2026-10-28T00:00Z',
      '2026-10-26T13:00Z',
    ],
    [
      'at the wall’s 13:00 when it goes forward',
      inZone('America/New_York'),
      '2027-03-12T13:00-05:00',
      '2027-03-17T00:00-04:00',
      '2027-03-15T13:00-04:00',
    ],
  ])('%s', (_what, timetable, after, closesAt, expected) => {
    expect(nextReminderAt(timetable, new Date(after), new Date(closesAt))).toEqual(at(expected));
  });
});

describe('a reminder that has fallen due', () => {
  const closesAt = '2026-11-25T00:00+08:00';
  test.each<[string, string, boolean, string, string, string | undefined]>([
    [
      'goes out on time',
      '2026-11-19T13:00+08:00',
      false,
      '2026-11-19T13:00+08:00',
      closesAt,
      '2026-11-19T13:00+08:00',
    ],
    [
      'goes out on time on a Sunday where it was asked for',
      '2026-11-22T09:00+08:00',
      true,
      '2026-11-22T09:01+08:00',
      closesAt,
      '2026-11-22T09:01+08:00',
    ],
    [
      'goes out on time at night where it was asked for',
      '2026-11-18T23:30+08:00',
      true,
      '2026-11-18T23:31+08:00',
      closesAt,
      '2026-11-18T23:31+08:00',
    ],
    [
      'waits for a working day otherwise',
      '2026-11-21T13:00+08:00',
      false,
      '2026-11-21T13:00+08:00',
      closesAt,
      '2026-11-23T09:00+08:00',
    ],
    [
      'after an outage in the afternoon at once',
      '2026-11-19T13:00+08:00',
      false,
      '2026-11-19T17:00+08:00',
      closesAt,
      '2026-11-19T17:00+08:00',
    ],
    [
      'after an outage into the evening in the morning',
      '2026-11-19T13:00+08:00',
      false,
      '2026-11-19T20:00+08:00',
      closesAt,
      '2026-11-20T09:00+08:00',
    ],
    [
      'after an outage into the night at nine',
      '2026-11-19T13:00+08:00',
      false,
      '2026-11-20T03:00+08:00',
      closesAt,
      '2026-11-20T09:00+08:00',
    ],
    [
      'after an outage into the weekend on Monday, asked for or not',
      '2026-11-20T13:00+08:00',
      true,
      '2026-11-21T10:00+08:00',
      closesAt,
      '2026-11-23T09:00+08:00',
    ],
    [
      'not at all once it has closed',
      '2026-11-20T13:00+08:00',
      false,
      '2026-11-25T00:00+08:00',
      closesAt,
      undefined,
    ],
    [
      'not at all where it closes before the next morning',
      '2026-11-24T13:00+08:00',
      false,
      '2026-11-24T21:00+08:00',
      closesAt,
      undefined,
    ],
  ])('%s', (_what, remindAt, asked, now, closes, expected) => {
    const due = { remindAt: new Date(remindAt), asked, closesAt: new Date(closes) };
    expect(sendReminderAt(due, taipei, new Date(now))).toEqual(at(expected));
  });
});
