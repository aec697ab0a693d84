import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markOf, NOTE_LIMIT, readTypedLine, readTypedText } from '../../../src/domain/check-in/note-text.ts';

const SEED = 20_261_201;
const kept = (typed: string) => {
  const read = readTypedText(typed, NOTE_LIMIT);
  return 'text' in read ? read.text : read;
};

describe('what a person typed is kept as they see it', () => {
  test.each([
    ['as it was typed', '  退貨處理得很快 👍🏽 ', '退貨處理得很快 👍🏽'],
    ['lines stay lines', 'one\r\ntwo\rthree\u2028four\nfive', 'one\ntwo\nthree\nfour\nfive'],
    ['a tab is a space', 'a\tb', 'a b'],
    ['without control characters', 'a\u0000b\u001b[31mc\u007f', 'ab[31mc'],
    ['without what turns its direction', 'safe\u202Egnp.exe\u2066x\u2069', 'safegnp.exex'],
    ['without what hides in it', 'a\u200bb\ufeffc', 'abc'],
    ['families stay together', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['half a character is made whole', 'a\ud83d', 'a\ufffd'],
    ['nothing but space is nothing', ' \n\t\u3000 ', ''],
    ['nothing that can be seen is nothing', '\u200d\u3164\u{e0041}', ''],
  ])('%s', (_what, typed, text) => expect(kept(typed)).toBe(text));

  test('a text that is too long is refused with its length, in UTF-16 units as Slack counts', () => {
    expect(kept('字'.repeat(300))).toHaveLength(300);
    expect(kept('字'.repeat(301))).toEqual({ tooLong: 301 });
    expect(kept('😀'.repeat(151))).toEqual({ tooLong: 302 });
    expect(kept('x'.repeat(10_000))).toEqual({ tooLong: 10_000 });
  });

  test('a title is one line', () => {
    expect(readTypedLine(' 週報\n\t第 47 週 ', 100)).toEqual({ text: '週報 第 47 週' });
  });

  test('never keeps a character that nobody types, never more than fits, and reads its own answer as it is', () => {
    const character = fc.oneof(
      fc.string({ unit: 'binary', minLength: 0, maxLength: 3 }),
      fc.constantFrom('\u202e', '\u0000', '\ud800', '\r', '\u2029', '\u200f', '字', ' ', '\n'),
    );
    const typed = fc.array(character, { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (given) => {
        const read = readTypedText(given, NOTE_LIMIT);
        if ('tooLong' in read) return expect(read.tooLong).toBeGreaterThan(NOTE_LIMIT);
        expect(read.text.length).toBeLessThanOrEqual(NOTE_LIMIT);
        expect(read.text).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
        expect(read.text.isWellFormed()).toBe(true);
        expect(readTypedText(read.text, NOTE_LIMIT)).toEqual(read);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('a mark differs where texts do, and says nothing of them', () => {
    expect(markOf('退貨')).not.toBe(markOf('退貨 '));
    expect(markOf('x'.repeat(300))).toHaveLength(10);
  });
});
