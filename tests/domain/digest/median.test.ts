import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { median } from '../../../src/domain/digest/median.ts';

const SEED = 20_261_118;
const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 });

describe('the median of some scores', () => {
  test.each([
    [[], undefined],
    [[3], 3],
    [[2, 5], 3.5],
    [[5, 1, 4], 4],
    [[1, 1, 5, 5], 3],
    [[4, 4, 5, 2], 4],
    [[10, 9, 100], 10],
  ])('of %j is %s', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('is between the two halves of the sorted scores, and half-way between the two in the middle', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const half = values.length / 2;
        const expected = Number.isInteger(half)
          ? ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
          : sorted[Math.floor(half)];
        expect(median(values)).toBe(expected);
      }),
      { seed: SEED },
    );
  });

  test('does not depend on the order, and leaves the scores as they were', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const before = [...values];
        expect(median([...values].reverse())).toBe(median(values));
        expect(values).toEqual(before);
      }),
      { seed: SEED },
    );
  });
});
