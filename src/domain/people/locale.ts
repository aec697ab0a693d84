/** The languages the bot speaks. 繁體中文 is the first language of most readers. */
export const LOCALES = ['zh-TW', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language for a Slack locale such as `zh-TW`, `zh-CN`, `en-GB`: Chinese of any kind reads zh-TW, others en. */
export function localeFromSlack(slackLocale: string | undefined): Locale {
  return slackLocale?.toLowerCase().startsWith('zh') ? 'zh-TW' : 'en';
}
