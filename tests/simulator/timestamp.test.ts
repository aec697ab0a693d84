import { describe, expect, test } from '@jest/globals';
import { compareTimestamps, nextTimestamp } from '../../src/simulator/timestamp.ts';

const NINE = new Date('2026-11-16T01:00:00.250Z');

// https://docs.slack.dev/messaging/retrieving-messages#individual_messages
describe('message timestamps', () => {
  test('say the business time in seconds and six digits', () => {
    expect(nextTimestamp(NINE, undefined)).toBe('1794790800.250000');
  });

  test('go on when the clock stands still', () => {
    expect(nextTimestamp(NINE, '1794790800.250000')).toBe('1794790800.250001');
  });

  test('go on when the clock was set back', () => {
    expect(nextTimestamp(NINE, '1794790999.999999')).toBe('1794791000.000000');
  });

  test('compare as numbers, also without a fraction', () => {
    expect(compareTimestamps('9.5', '10')).toBeLessThan(0);
    expect(compareTimestamps('10', '10.000000')).toBe(0);
  });
});
