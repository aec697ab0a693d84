/** The languages the bot speaks. 繁體中文 is the first language of most readers. */
export const LOCALES = ['zh-TW', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** For whoever Slack says nothing of: a member whose profile has no locale, a stranger, an answer gone wrong. */
export const DEFAULT_LOCALE: Locale = 'zh-TW';

/** The language for a Slack locale such as `zh-TW`, `zh-CN`, `en-GB`: Chinese of any kind reads zh-TW, others en. */
export function localeFromSlack(slackLocale: string | undefined): Locale {
  if (slackLocale === undefined || slackLocale === '') return DEFAULT_LOCALE;
  return slackLocale.toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';
}
