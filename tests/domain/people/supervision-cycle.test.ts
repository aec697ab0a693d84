import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSupervisionCycles } from '../../../src/domain/people/supervision-cycle.ts';

const SEED = 20_261_118;
const people: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const supervision = fc.array(fc.tuple(people, people), { maxLength: 8 }).map((pairs) => new Map(pairs));

describe('circles of supervision', () => {
  test.each([
    ['nobody', [], []],
    ['a tree', ['a>c', 'b>c', 'c>d'], []],
    ['one person', ['a>a'], [['a']]],
    ['two', ['a>b', 'b>a'], [['a', 'b']]],
    ['three, with somebody below them', ['z>a', 'a>b', 'b>c', 'c>a'], [['a', 'b', 'c']]],
    [
      'two circles apart',
      ['a>b', 'b>a', 'x>y', 'y>x', 'q>x'],
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
    ],
  ])('%s', (_what, pairs, cycles) => {
    const supervisedBy = new Map(pairs.map((pair) => [pair.slice(0, 1), pair.slice(2)]));
    expect(findSupervisionCycles(supervisedBy)).toEqual(cycles);
  });

  test('are found exactly where somebody is above themselves, each once', () => {
    fc.assert(
      fc.property(supervision, (supervisedBy) => {
        const found = findSupervisionCycles(supervisedBy);
        expect(found.flat().sort()).toEqual([...supervisedBy.keys()].filter((one) => isAbove(one)).sort());
        for (const cycle of found) {
          cycle.forEach((one, index) => {
            expect(supervisedBy.get(one)).toBe(cycle[(index + 1) % cycle.length]);
          });
        }

        function isAbove(one: string): boolean {
          let above = supervisedBy.get(one);
          for (let step = 0; step < supervisedBy.size && above !== undefined && above !== one; step += 1) {
            above = supervisedBy.get(above);
          }
          return above === one;
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
