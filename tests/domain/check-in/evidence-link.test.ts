import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LINK_LIMIT, readLink } from '../../../src/domain/check-in/evidence-link.ts';

describe('a link that is kept', () => {
  test.each([
    ['https://example.com/report?week=47#top', 'https://example.com/report?week=47#top'],
    [' http://example.com ', 'http://example.com/'],
    ['https://例子.台灣/週報', 'https://xn--fsqu00a.xn--kpry57d/%E9%80%B1%E5%A0%B1'],
    ['HTTPS://EXAMPLE.COM/A', 'https://example.com/A'],
    ['https\u2060:\u2060//example.com/a\u2060_\u2060b', 'https://example.com/a_b'],
    ['\ufeffhttps://exa\u200bmple.com/\u2060', 'https://example.com/'],
  ])('%s', (typed, url) => expect(readLink(typed)).toEqual({ url }));
});

describe('a link that is refused', () => {
  test.each([
    ['javascript:alert(1)', 'not-http'],
    ['JavaScript://example.com/%0aalert(1)', 'not-http'],
    ['data:text/html,hello', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['ftp://example.com', 'not-http'],
    ['https://amy:secret@example.com', 'credentials'],
    ['https://amy@example.com', 'credentials'],
    ['java\nscript:alert(1)', 'hidden-characters'],
    ['https://exa\u0000mple.com', 'hidden-characters'],
    ['https://example.com/\u202Egnp.exe', 'hidden-characters'],
    ['https://exa\u00admple.com', 'hidden-characters'],
    ['', 'not-a-link'],
    ['example.com', 'not-a-link'],
    ['https://', 'not-a-link'],
    ['see https://example.com', 'not-a-link'],
    [`https://example.com/${'x'.repeat(LINK_LIMIT)}`, 'too-long'],
    [`https://example.com/${'字'.repeat(300)}`, 'too-long'],
    ['x'.repeat(10_000_000), 'too-long'],
  ])('%.60s', (typed, problem) => expect(readLink(typed)).toEqual({ problem }));

  test('whatever is typed: what is kept is an http address in ASCII that fits, and is read as itself', () => {
    const parts = fc.constantFrom(
      'https://',
      'http:',
      '//',
      'a',
      '@',
      ':',
      '.com',
      '|',
      '>',
      '"',
      '\u202e',
      '\u2060',
      '字',
      '%',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withQueryParameters: true, withFragments: true }),
          fc.array(parts).map((all) => all.join('')),
        ),
        (typed) => {
          const read = readLink(typed);
          if ('problem' in read) return;
          expect(read.url).toMatch(/^https?:\/\/[\x21-\x7e]+$/);
          expect(read.url).not.toMatch(/[<>]/);
          expect(read.url.length).toBeLessThanOrEqual(LINK_LIMIT);
          expect(readLink(read.url)).toEqual(read);
        },
      ),
      { seed: 20_261_202, numRuns: 500 },
    );
  });
});
