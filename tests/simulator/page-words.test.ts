import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const dictionary = z.record(
  z.string(),
  z.union([z.string(), z.custom<(given: string) => string>(isFunction)]),
);
const words = z
  .object({ wordsFor: z.custom<(locale: string) => unknown>(isFunction) })
  .parse(await import(new URL('../../src/simulator/page/words.js', import.meta.url).href));
const days = z
  .object({
    dayAndTimeText: z.custom<(instant: Date, person: object) => string>(isFunction),
    instantAt: z.custom<(local: string, tz: string) => Date>(isFunction),
    localDateAndTime: z.custom<(instant: Date, tz: string) => string>(isFunction),
  })
  .parse(await import(new URL('../../src/simulator/page/dates.js', import.meta.url).href));

function isFunction(given: unknown): boolean {
  return typeof given === 'function';
}

/** Those that name somebody; the others count. */
const NAMED = ['write', 'you', 'empty', 'homeEmpty', 'privateChannel', 'takeOff'];

function said(locale: string, name: string): string[] {
  return Object.entries(dictionary.parse(words.wordsFor(locale))).map(([key, word]) =>
    typeof word === 'string' ? word : word(NAMED.includes(key) ? name : '2'),
  );
}

describe('the words of the page', () => {
  test('are the same in both languages', () => {
    const keys = ['zh-TW', 'en-US'].map((locale) => Object.keys(dictionary.parse(words.wordsFor(locale))));
    expect(keys[0]).toEqual(keys[1]);
  });

  test.each(['職能小幫手', 'Helper', '小幫手 2'])(
    'have spaces between Chinese and the rest only: %s',
    (name) => {
      const wrong =
        /\p{Script=Han} +\p{Script=Han}|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}| [，。]|\s$/u;
      expect(said('zh-TW', name).filter((sentence) => wrong.test(sentence))).toEqual([]);
    },
  );

  test('have one kind of quotation marks in each language', () => {
    expect(said('zh-TW', 'x').filter((sentence) => /["'“”‘’]/.test(sentence))).toEqual([]);
    expect(said('en-US', 'x').filter((sentence) => /["']/.test(sentence))).toEqual([]);
  });
});

test.each([
  ['2026-09-07T16:00:00Z', 'zh-TW', 'Asia/Taipei', '2026/9/8（二）00:00'],
  ['2026-09-07T16:00:00Z', 'en-US', 'America/Los_Angeles', 'Mon 7 Sep 2026, 09:00'],
  ['2026-12-31T23:59:00Z', 'en-GB', 'Europe/London', 'Thu 31 Dec 2026, 23:59'],
])('%s for %s in %s is written %s', (instant, locale, tz, written) => {
  expect(days.dayAndTimeText(new Date(instant), { locale, tz })).toBe(written);
});

// Clocks in Europe go back at 01:00 UTC on 25 October 2026, and went forward on 29 March.
test.each([
  ['2026-11-19T09:00', 'Asia/Taipei', '2026-11-19T01:00:00.000Z', '2026-11-19T09:00'],
  ['2026-07-01T00:30', 'America/Los_Angeles', '2026-07-01T07:30:00.000Z', '2026-07-01T00:30'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30'],
  ['2026-10-25T04:00', 'Europe/Berlin', '2026-10-25T03:00:00.000Z', '2026-10-25T04:00'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z', '2026-03-29T03:30'],
])('%s in %s is the instant %s, which is shown as %s', (local, tz, instant, shown) => {
  expect(days.instantAt(local, tz).toISOString()).toBe(instant);
  expect(days.localDateAndTime(new Date(instant), tz)).toBe(shown);
});
