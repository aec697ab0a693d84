import { describe, expect, test } from '@jest/globals';
import { localeFromSlack } from '../../../src/domain/people/locale.ts';

describe('the language follows the Slack locale', () => {
  test.each([
    ['zh-TW', 'zh-TW'],
    ['zh-CN', 'zh-TW'],
    ['en-US', 'en'],
    ['ja-JP', 'en'],
    [undefined, 'zh-TW'],
    ['', 'zh-TW'],
  ])('%s reads %s', (slackLocale, locale) => {
    expect(localeFromSlack(slackLocale)).toBe(locale);
  });
});
