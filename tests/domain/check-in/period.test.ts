import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localTime } from '../../../src/domain/check-in/local-time.ts';
import { addPeriods, periodEnd, periodOf, periodStart } from '../../../src/domain/check-in/period.ts';

const SEED = 20_261_118;
const HOUR = 3_600_000;

describe('a period is an ISO week on the wall calendar of a time zone', () => {
  test.each([
    // 2026 and 2020 have a week 53.
    ['the last day of a long year', '2026-12-31T12:00Z', 'UTC', '2026-W53'],
    ['the Sunday that ends week 53', '2027-01-03T23:59:59Z', 'UTC', '2026-W53'],
    ['the Monday after week 53', '2027-01-04T00:00Z', 'UTC', '2027-W01'],
    ['New Year in the week 53 of 2020', '2021-01-01T00:00Z', 'UTC', '2020-W53'],
    ['a December Monday of next year', '2025-12-29T00:00Z', 'UTC', '2026-W01'],
    ['the Sunday before it', '2025-12-28T23:59:59Z', 'UTC', '2025-W52'],
    ['a January Sunday of last year', '2023-01-01T12:00Z', 'UTC', '2022-W52'],
    // One instant, two weeks.
    ['Monday morning in Taipei', '2026-11-15T16:00Z', 'Asia/Taipei', '2026-W47'],
    ['which is Sunday in Los Angeles', '2026-11-15T16:00Z', 'America/Los_Angeles', '2026-W46'],
    // Zones that are not whole hours from UTC.
    ['the last second of a week in Kolkata', '2026-11-15T18:29:59Z', 'Asia/Kolkata', '2026-W46'],
    ['the first of the next', '2026-11-15T18:30Z', 'Asia/Kolkata', '2026-W47'],
    ['the last second of a week in Kathmandu', '2026-11-15T18:14:59Z', 'Asia/Kathmandu', '2026-W46'],
    ['the first of the next', '2026-11-15T18:15Z', 'Asia/Kathmandu', '2026-W47'],
    ['the first of a week in St John’s', '2026-11-16T03:30Z', 'America/St_Johns', '2026-W47'],
  ])('%s: %s in %s is in %s', (_what, instant, zone, period) => {
    expect(periodOf(new Date(instant), zone)).toBe(period);
  });

  test.each([
    ['Asia/Taipei', '2026-W47', '2026-11-15T16:00Z', '2026-11-22T16:00Z', 168],
    ['Asia/Kolkata', '2026-W53', '2026-12-27T18:30Z', '2027-01-03T18:30Z', 168],
    ['UTC', '2020-W53', '2020-12-28T00:00Z', '2021-01-04T00:00Z', 168],
    ['America/Los_Angeles', '2026-W10', '2026-03-02T08:00Z', '2026-03-09T07:00Z', 167],
    ['America/Los_Angeles', '2026-W44', '2026-10-26T07:00Z', '2026-11-02T08:00Z', 169],
    ['Australia/Lord_Howe', '2026-W40', '2026-09-27T13:30Z', '2026-10-04T13:00Z', 167.5],
    ['Australia/Lord_Howe', '2026-W14', '2026-03-29T13:00Z', '2026-04-05T13:30Z', 168.5],
    // Samoa had no 30 December 2011: it moved to the other side of the date line.
    ['Pacific/Apia', '2011-W52', '2011-12-26T10:00Z', '2012-01-01T10:00Z', 144],
    // Iran's clocks skipped the midnight that began this Monday.
    ['Asia/Tehran', '2021-W12', '2021-03-21T20:30Z', '2021-03-28T19:30Z', 167],
  ])('in %s, %s begins at %s and ends at %s, %s hours later', (zone, period, start, end, hours) => {
    expect(periodStart(period, zone)).toEqual(new Date(start));
    expect(periodEnd(period, zone)).toEqual(new Date(end));
    expect((periodEnd(period, zone).getTime() - periodStart(period, zone).getTime()) / HOUR).toBe(hours);
  });

  test('every instant is in exactly the period whose Mondays surround it', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const period = periodOf(instant, zone);
        expect(periodStart(period, zone).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(periodEnd(period, zone).getTime()).toBeGreaterThan(instant.getTime());
        expect(localTime(periodStart(period, zone), zone).weekday).toBe(1);
      }),
      { seed: SEED },
    );
  });
});

describe('counting periods', () => {
  test.each([
    ['2026-W47', 1, '2026-W48'],
    ['2026-W47', 0, '2026-W47'],
    ['2026-W52', 1, '2026-W53'],
    ['2026-W53', 1, '2027-W01'],
    ['2027-W01', -1, '2026-W53'],
    ['2025-W52', 1, '2026-W01'],
    ['2026-W01', -1, '2025-W52'],
    ['2026-W02', -4, '2025-W50'],
    ['2020-W40', 53, '2021-W40'],
    ['2021-W40', -53, '2020-W40'],
  ])('%s and %s weeks is %s', (period, count, expected) => {
    expect(addPeriods(period, count)).toBe(expected);
  });

  test('there and back is where it began', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -500, max: 500 }), (instant, count) => {
        const period = periodOf(instant, 'UTC');
        expect(addPeriods(addPeriods(period, count), -count)).toBe(period);
      }),
      { seed: SEED },
    );
  });

  test.each(['2026-47', '2026-W7', '2026-W047', 'W47', ''])('"%s" is not a period', (text) => {
    expect(() => periodStart(text, 'UTC')).toThrow(`Not a period: ${text}`);
  });
});

const instants = fc
  .integer({ min: Date.parse('2000-01-01T00:00Z'), max: Date.parse('2060-01-01T00:00Z') })
  .map((time) => new Date(time));

const zones = fc.constantFrom(
  'Asia/Taipei',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Asia/Tehran',
  'UTC',
);
