import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeMrkdwn, unescapeMrkdwn } from '../../../src/slack/blocks/escape.ts';

const SEED = 20_261_118;
const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('<!channel>', '<@U1>', '<http://x|y>', '&', '&amp;', '&lt;', '>', ';', 'amp', 'a'))
    .map((parts) => parts.join('')),
);

describe('promise 10: what people type is shown as they typed it', () => {
  test.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['<https://example.test|click>', '&lt;https://example.test|click&gt;'],
    ['&lt;', '&amp;lt;'],
    ['', ''],
    ['安排進、退貨時間 *粗* _斜_ `碼`', '安排進、退貨時間 *粗* _斜_ `碼`'],
  ])('%s', (text, escaped) => {
    expect(escapeMrkdwn(text)).toBe(escaped);
  });

  test('never leaves a control character, and is undone exactly', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const escaped = escapeMrkdwn(text);
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(unescapeMrkdwn(escaped)).toBe(text);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
