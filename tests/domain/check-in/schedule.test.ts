import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_SCHEDULE,
  latestOccurrence,
  nextOccurrence,
  weeklyTime,
} from '../../../src/domain/check-in/schedule.ts';

const SEED = 20_261_118;
const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const at = (text: string) => {
  const [weekday = '', time = ''] = text.split(' ');
  return { weekday: 1 + WEEKDAYS.indexOf(weekday), time };
};
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** zone, schedule, asked at, latest (not after), next (strictly after) */
const OCCURRENCES: [zone: string, schedule: string, now: string, latest: string, next: string][] = [
  ['Asia/Taipei', 'Wed 13:00', '2026-11-18T04:59:59.999Z', '2026-11-11T05:00Z', '2026-11-18T05:00Z'],
  ['Asia/Taipei', 'Wed 13:00', '2026-11-18T05:00:00.000Z', '2026-11-18T05:00Z', '2026-11-25T05:00Z'],
  ['Asia/Taipei', 'Wed 13:00', '2026-11-18T05:00:00.001Z', '2026-11-18T05:00Z', '2026-11-25T05:00Z'],
  // Monday 00:30 in Taipei is still Sunday in UTC.
  ['Asia/Taipei', 'Mon 00:30', '2026-11-22T16:15Z', '2026-11-15T16:30Z', '2026-11-22T16:30Z'],
  ['Asia/Taipei', 'Sun 23:59', '2026-11-22T16:15Z', '2026-11-22T15:59Z', '2026-11-29T15:59Z'],
  ['Asia/Taipei', 'Fri 09:00', '2026-12-31T12:00Z', '2026-12-25T01:00Z', '2027-01-01T01:00Z'],
  ['Asia/Kolkata', 'Wed 13:00', '2026-11-18T07:30Z', '2026-11-18T07:30Z', '2026-11-25T07:30Z'],
  ['Asia/Kolkata', 'Mon 00:00', '2026-11-15T18:29Z', '2026-11-08T18:30Z', '2026-11-15T18:30Z'],
  // Los Angeles: forward on Sunday 8 March 2026, back on Sunday 1 November 2026.
  ['America/Los_Angeles', 'Wed 13:00', '2026-03-04T21:00Z', '2026-03-04T21:00Z', '2026-03-11T20:00Z'],
  ['America/Los_Angeles', 'Wed 13:00', '2026-10-28T20:00Z', '2026-10-28T20:00Z', '2026-11-04T21:00Z'],
  ['America/Los_Angeles', 'Sun 02:30', '2026-03-08T00:00Z', '2026-03-01T10:30Z', '2026-03-08T10:30Z'],
  ['America/Los_Angeles', 'Sun 02:30', '2026-03-08T10:29Z', '2026-03-01T10:30Z', '2026-03-08T10:30Z'],
  ['America/Los_Angeles', 'Sun 02:30', '2026-03-08T10:30Z', '2026-03-08T10:30Z', '2026-03-15T09:30Z'],
  ['America/Los_Angeles', 'Sun 01:30', '2026-11-01T08:00Z', '2026-10-25T08:30Z', '2026-11-01T08:30Z'],
  // Between the two 01:30 of that night: it has been, and it is not said twice.
  ['America/Los_Angeles', 'Sun 01:30', '2026-11-01T09:00Z', '2026-11-01T08:30Z', '2026-11-08T09:30Z'],
  ['America/Los_Angeles', 'Sun 01:30', '2026-11-01T09:30Z', '2026-11-01T08:30Z', '2026-11-08T09:30Z'],
  ['Europe/London', 'Sun 01:30', '2026-10-25T00:00Z', '2026-10-18T00:30Z', '2026-10-25T00:30Z'],
  ['Europe/London', 'Sun 01:30', '2026-10-25T01:00Z', '2026-10-25T00:30Z', '2026-11-01T01:30Z'],
  ['America/Havana', 'Sun 00:30', '2026-11-01T05:00Z', '2026-11-01T04:30Z', '2026-11-08T05:30Z'],
  // Lord Howe moves by half an hour: forward on 4 October 2026, back on 5 April 2026.
  ['Australia/Lord_Howe', 'Wed 13:00', '2026-09-30T02:30Z', '2026-09-30T02:30Z', '2026-10-07T02:00Z'],
  ['Australia/Lord_Howe', 'Wed 13:00', '2026-04-01T02:00Z', '2026-04-01T02:00Z', '2026-04-08T02:30Z'],
  ['Australia/Lord_Howe', 'Sun 02:15', '2026-10-03T12:00Z', '2026-09-26T15:45Z', '2026-10-03T15:45Z'],
  ['Australia/Lord_Howe', 'Sun 01:45', '2026-04-04T12:00Z', '2026-03-28T14:45Z', '2026-04-04T14:45Z'],
  // Samoa had no Friday 30 December 2011; what was due on it is due a day's length later, on the Saturday.
  ['Pacific/Apia', 'Fri 13:00', '2011-12-30T09:59Z', '2011-12-23T23:00Z', '2011-12-30T23:00Z'],
  ['Pacific/Apia', 'Fri 13:00', '2011-12-30T23:00Z', '2011-12-30T23:00Z', '2012-01-05T23:00Z'],
];

describe('next and latest occurrence of a weekly time', () => {
  test.each(OCCURRENCES)('%s, %s, asked at %s', (zone, schedule, now, latest, next) => {
    expect(latestOccurrence(at(schedule), zone, new Date(now))).toEqual(new Date(latest));
    expect(nextOccurrence(at(schedule), zone, new Date(now))).toEqual(new Date(next));
  });

  test('the latest is not after, the next is strictly after, and nothing is between them', () => {
    fc.assert(
      fc.property(weeklyTimes, zones, instants, (schedule, zone, now) => {
        const latest = latestOccurrence(schedule, zone, now);
        const next = nextOccurrence(schedule, zone, now);
        expect(latest.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(nextOccurrence(schedule, zone, latest)).toEqual(next);
        expect(latestOccurrence(schedule, zone, next)).toEqual(next);
        expect(latestOccurrence(schedule, zone, new Date(next.getTime() - 1))).toEqual(latest);
        expect(Math.abs(next.getTime() - latest.getTime() - WEEK)).toBeLessThanOrEqual(60 * MINUTE);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('it is that weekday and time on the wall, and for the first time, unless the clock skips it', () => {
    fc.assert(
      fc.property(weeklyTimes, zones, instants, (schedule, zone, now) => {
        expect(wrongOnTheWall(schedule, zone, nextOccurrence(schedule, zone, now))).toBeUndefined();
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('so it is at every quarter of an hour of every night in which a clock changes', () => {
    const times = Array.from(
      { length: 16 },
      (_, quarter) => `0${Math.floor(quarter / 4)}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    );
    const wrong = ZONES.flatMap((zone) =>
      CHANGES.flatMap((change) => {
        const threeDaysBefore = new Date(Date.parse(change) - 3 * 24 * 60 * MINUTE);
        return times.flatMap((time) => {
          const schedule = { weekday: 7, time };
          return wrongOnTheWall(schedule, zone, nextOccurrence(schedule, zone, threeDaysBefore)) ?? [];
        });
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('the same on a machine in another time zone', () => {
    const module = new URL('../../../src/domain/check-in/schedule.ts', import.meta.url);
    const script = `
      const { latestOccurrence, nextOccurrence } = await import(${JSON.stringify(module)});
      const asked = ${JSON.stringify(OCCURRENCES.map(([zone, schedule, now]) => [at(schedule), zone, now]))};
      const told = asked.map(([at, zone, now]) => [latestOccurrence, nextOccurrence]
        .map((occurrence) => occurrence(at, zone, new Date(now)).getTime()));
      console.log(JSON.stringify(told));`;
    const expected = OCCURRENCES.map(([, , , latest, next]) => [Date.parse(latest), Date.parse(next)]);
    // Havana's clocks move in the same night as New York's, so a machine there is the one that was wrong.
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: {
        ...process.env,
        TZ: 'America/New_York',
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      },
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toEqual(expected);
  });
});

describe('what a schedule may say', () => {
  test('by default: Wednesday 13:00, four indicators, two days for late answers, digest on Monday 09:00, one reminder', () => {
    expect(DEFAULT_SCHEDULE).toEqual({
      checkIn: at('Wed 13:00'),
      itemsPerCheckIn: 4,
      lateDays: 2,
      digest: at('Mon 09:00'),
      restDays: [],
      worksHolidays: false,
      reminders: 1,
    });
  });

  test.each([
    [1, '00:00', true],
    [7, '23:59', true],
    [0, '13:00', false],
    [8, '13:00', false],
    [3, '24:00', false],
    [3, '9:00', false],
    [3, '13:60', false],
    [3.5, '13:00', false],
  ])('weekday %s at %s: %s', (weekday, time, valid) => {
    expect(weeklyTime.safeParse({ weekday, time }).success).toBe(valid);
  });
});

/** What is wrong with an occurrence, seen on the wall of its zone; undefined when nothing is. */
function wrongOnTheWall(
  { weekday, time }: { weekday: number; time: string },
  zone: string,
  occurrence: Date,
): string | undefined {
  const wanted = `${WEEKDAYS[weekday - 1]} ${time}`;
  const shown = (minutes: number) => wall(new Date(occurrence.getTime() + minutes * MINUTE), zone);
  if (shown(0) === wanted) {
    const again = [-30, -60].some((minutes) => shown(minutes) === wanted);
    return again ? `${zone} ${wanted}: shown before ${occurrence.toISOString()}` : undefined;
  }
  const around = Array.from({ length: 361 }, (_, index) => index - 180);
  return around.some((minutes) => shown(minutes) === wanted)
    ? `${zone} ${wanted}: not at ${occurrence.toISOString()}`
    : undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `Wed 13:00`, by the runtime's own calendar: independent of the libraries that the product uses. */
function wall(instant: Date, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get('weekday')} ${parts.get('hour')}:${parts.get('minute')}`;
}

const ZONES = [
  'Asia/Taipei',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Havana',
];
const zones = fc.constantFrom(...ZONES);

/** When clocks moved somewhere, so that the property looks where it hurts. */
const CHANGES = [
  '2026-03-08T10:00Z',
  '2026-11-01T09:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T05:00Z',
  '2026-11-01T05:00Z',
  '2018-03-31T14:00Z',
  '2026-04-04T14:00Z',
];

const instants = fc.oneof(
  fc
    .integer({ min: Date.parse('2013-01-01T00:00Z'), max: Date.parse('2040-01-01T00:00Z') })
    .map((time) => new Date(time)),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -WEEK, max: WEEK }))
    .map(([change, offset]) => new Date(Date.parse(change) + offset)),
);

const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));

const weeklyTimes = fc.record({
  weekday: fc.oneof(fc.constant(7), fc.integer({ min: 1, max: 7 })),
  time: fc.tuple(fc.oneof(twoDigits(3), twoDigits(23)), twoDigits(59)).map((parts) => parts.join(':')),
});
