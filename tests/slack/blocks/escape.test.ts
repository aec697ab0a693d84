import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { readLink } from '../../../src/domain/check-in/evidence-link.ts';
import { escapeMrkdwn, linkTo, literally, unescapeMrkdwn } from '../../../src/slack/blocks/escape.ts';

const SEED = 20_261_118;

const lines = z.array(
  z.looseObject({
    preformatted: z.string().optional(),
    nodes: z.array(z.looseObject({ type: z.string() })).optional(),
  }),
);
type Line = z.infer<typeof lines>[number];
const module = z.object({
  parseMrkdwn: z.custom<(text: string) => unknown>((given) => typeof given === 'function'),
});
const page = module.parse(
  await import(new URL('../../../src/simulator/page/parse-mrkdwn.js', import.meta.url).href),
);
const parseMrkdwn = (text: string) => lines.parse(page.parseMrkdwn(text));

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

describe('what people typed is not formatted either', () => {
  const marks = fc
    .array(fc.constantFrom('*', '_', '~', '`', ':', '```', ' ', '\n', 'a', '粗', '，', ':tada:', 'http://x'))
    .map((parts) => parts.join(''));
  const anything = fc.oneof(typed, marks);
  const plainly = ({ preformatted, nodes = [] }: Line) =>
    preformatted === undefined && nodes.every(({ type }) => type === 'text');

  test('no mark touches a letter, a space or another mark', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(literally(text)).not.toMatch(/(?<!\u2060)[*_~`:]|[*_~`:](?!\u2060)/);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('it is the same text but for what cannot be seen', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(literally(text).replaceAll('\u2060', '')).toBe(text.replaceAll('\u2060', ''));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('an address that a link shows can be copied to where an address is asked for', () => {
    const url = 'https://docs.example.com/a_b?x=1';
    const [, shown = ''] = /\|([^>]+)>$/.exec(linkTo(url, url)) ?? [];
    // What Slack's own field takes; the rest of what is unseen in it is left out when it is read.
    expect(shown).toMatch(/^https?:\/\/[^\s/]+/);
    expect(readLink(unescapeMrkdwn(shown))).toEqual({ url });
  });

  test('the local Slack draws it as plain text, whatever stands around it', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom('「…」', '“…”', '…'), (text, around) => {
        const said = around.replace('…', () => escapeMrkdwn(literally(text)));
        expect(parseMrkdwn(said).filter((line) => !plainly(line))).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
