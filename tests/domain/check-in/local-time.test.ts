import { describe, expect, test } from '@jest/globals';
import { instantAt, localDay, localTime, minuteBefore } from '../../../src/domain/check-in/local-time.ts';

describe('an instant on the wall of a time zone', () => {
  test.each([
    ['2026-11-22T15:59:59Z', 'Asia/Taipei', { year: 2026, month: 11, day: 22, weekday: 7, time: '23:59' }],
    ['2026-11-22T16:00:00Z', 'Asia/Taipei', { year: 2026, month: 11, day: 23, weekday: 1, time: '00:00' }],
    [
      '2027-01-01T07:59:00Z',
      'America/Los_Angeles',
      { year: 2026, month: 12, day: 31, weekday: 4, time: '23:59' },
    ],
    ['2026-11-18T07:30:00Z', 'Asia/Kolkata', { year: 2026, month: 11, day: 18, weekday: 3, time: '13:00' }],
  ])('%s in %s', (instant, zone, wall) => {
    expect(localTime(new Date(instant), zone)).toEqual(wall);
    expect(instantAt(wall, zone)).toEqual(new Date(instant.replace(/:\d\dZ$/, ':00Z')));
  });

  test('has a calendar day', () => {
    expect(localDay(new Date('2026-01-01T02:00Z'), 'America/Los_Angeles')).toBe('2025-12-31');
    expect(localDay(new Date('2025-12-31T16:00Z'), 'Asia/Taipei')).toBe('2026-01-01');
  });

  test('midnight is said as the minute before it', () => {
    expect(minuteBefore(new Date('2026-11-24T16:00Z'))).toEqual(new Date('2026-11-24T15:59Z'));
  });
});
