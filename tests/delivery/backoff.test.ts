import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs, LAST_ATTEMPT } from '../../src/delivery/backoff.ts';

const SEED = 20_261_118;
const attempts = fc.integer({ min: 1, max: 2_000 });
/** In [0, 1), as `Math.random` gives it. */
const randoms = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('how long a refused delivery waits', () => {
  test.each([
    [1, 2_500, 5_000],
    [2, 5_000, 10_000],
    [3, 10_000, 20_000],
    [LAST_ATTEMPT, 320_000, 640_000],
    [9, 450_000, 900_000],
    [1_000, 450_000, 900_000],
  ])('after attempt %s: %s to %s ms', (attempt, least, most) => {
    expect(backoffMs(attempt, 0)).toBe(least);
    expect(backoffMs(attempt, 1 - 2 ** -40)).toBeLessThan(most);
    expect(backoffMs(attempt, 1 - 2 ** -40)).toBeGreaterThan(most - 1);
  });

  test('never under 2.5 s nor over 15 min, and growing with every attempt until then', () => {
    fc.assert(
      fc.property(attempts, randoms, randoms, (attempt, one, other) => {
        const wait = backoffMs(attempt, one);
        expect(wait).toBeGreaterThanOrEqual(2_500);
        expect(wait).toBeLessThanOrEqual(15 * 60_000);
        if (attempt < LAST_ATTEMPT) expect(backoffMs(attempt + 1, other)).toBeGreaterThanOrEqual(wait);
      }),
      { seed: SEED },
    );
  });
});
