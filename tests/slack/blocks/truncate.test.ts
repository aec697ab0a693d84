import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeMrkdwn } from '../../../src/slack/blocks/escape.ts';
import { truncate } from '../../../src/slack/blocks/truncate.ts';

const SEED = 20_261_118;
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('😀', '👩‍👩‍👧', '&', '<', '>', '行', 'a', 'amp;', '\u202E'), { maxLength: 60 })
    .map((parts) => parts.join('')),
);
const limits = fc.integer({ min: 1, max: 70 });

describe('promise 10: nothing that is cut makes Slack refuse a message', () => {
  test.each([
    ['shorter than the limit', 'abc', 4, 'abc'],
    ['exactly the limit', 'abcd', 4, 'abcd'],
    ['longer', 'abcde', 4, 'abc…'],
    ['a pair in two', 'ab😀cd', 4, 'ab…'],
    ['a pair kept', 'ab😀cd', 5, 'ab😀…'],
    ['an entity in two', 'a&amp;b', 5, 'a…'],
    ['an entity kept', 'a&amp;bc', 7, 'a&amp;…'],
    ['an entity before its semicolon', '&lt;abc', 4, '…'],
    ['what only looks like one', 'R&D department', 9, 'R&D depa…'],
    ['down to nothing', 'ab', 1, '…'],
  ])('%s', (_what, text, limit, cut) => {
    expect(truncate(text, limit)).toBe(cut);
  });

  test('never longer than the limit, and only shortened where it has to be', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        const cut = truncate(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        if (text.length <= limit) expect(cut).toBe(text);
        else {
          expect(cut.endsWith('…')).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
          // At most a half pair or a half entity (`&amp`) is given up with it.
          expect(cut.length).toBeGreaterThanOrEqual(limit - 5);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('never half a surrogate pair', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        expect(truncate(text, limit).isWellFormed()).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('never half an entity of an escaped text', () => {
    fc.assert(
      fc.property(texts, limits, (text, limit) => {
        expect(truncate(escapeMrkdwn(text), limit)).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
