import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs, LAST_ATTEMPT } from '../../src/delivery/backoff.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';

const SEED = 20_261_118;
const attempts = fc.integer({ min: 1, max: 2_000 });
/** In [0, 1), as `Math.random` gives it. */
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const wait = (attempt: number, random: number) => backoffMs(attempt, random, DELIVERY_TIMINGS);

describe('how long a refused delivery waits', () => {
  test.each([
    [1, 2_500, 5_000],
    [2, 5_000, 10_000],
    [3, 10_000, 20_000],
    [8, 320_000, 640_000],
    [9, 450_000, 900_000],
    [1_000, 450_000, 900_000],
  ])('after attempt %s: %s to %s ms', (attempt, least, most) => {
    expect(wait(attempt, 0)).toBe(least);
    expect(wait(attempt, 1 - 2 ** -40)).toBeLessThan(most);
    expect(wait(attempt, 1 - 2 ** -40)).toBeGreaterThan(most - 1);
  });

  test('never under 2.5 s nor over 15 min, and growing with every attempt until then', () => {
    fc.assert(
      fc.property(attempts, randoms, randoms, (attempt, one, other) => {
        const waited = wait(attempt, one);
        expect(waited).toBeGreaterThanOrEqual(2_500);
        expect(waited).toBeLessThanOrEqual(15 * 60_000);
        if (attempt < 8) expect(wait(attempt + 1, other)).toBeGreaterThanOrEqual(waited);
      }),
      { seed: SEED },
    );
  });

  test('gives up after more than a day on average, and never before most of one', () => {
    const total = Array.from({ length: LAST_ATTEMPT.outage - 1 }, (_, index) => wait(index + 1, 0));
    expect(total.reduce((sum, waited) => sum + waited, 0)).toBeGreaterThan(17 * 3_600_000);
    const likely = Array.from({ length: LAST_ATTEMPT.outage - 1 }, (_, index) => wait(index + 1, 0.5));
    expect(likely.reduce((sum, waited) => sum + waited, 0)).toBeGreaterThan(24 * 3_600_000);
  });
});
