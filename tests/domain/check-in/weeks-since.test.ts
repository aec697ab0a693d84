import { expect, test } from '@jest/globals';
import { weeksSince } from '../../../src/domain/check-in/weeks-since.ts';

test.each([
  ['nine weeks before', '2026-09-16T05:00:00Z', '2026-W47', 9],
  ['the Sunday before, which is Monday in Taipei already', '2026-11-15T17:00:00Z', '2026-W47', 0],
  ['the last minute of the week before', '2026-11-15T15:59:00Z', '2026-W47', 1],
  ['over the end of a year with 53 weeks', '2026-12-30T05:00:00Z', '2027-W01', 1],
  ['later than the period', '2026-11-30T05:00:00Z', '2026-W47', 0],
])('%s', (_when, instant, period, weeks) => {
  expect(weeksSince(new Date(instant), period, 'Asia/Taipei')).toBe(weeks);
});
