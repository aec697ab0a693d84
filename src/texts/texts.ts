import type { Locale } from '../domain/people/locale.ts';
import { ratingScale as ratingScaleEn } from './en/rating-scale.ts';
import { type RatingScaleTexts, ratingScale as ratingScaleZh } from './zh-TW/rating-scale.ts';

/** Everything the bot says, in one language. zh-TW gives the shape; en has to fill it. */
export interface Texts {
  readonly locale: Locale;
  readonly ratingScale: RatingScaleTexts;
}

const TEXTS: Record<Locale, Texts> = {
  'zh-TW': { locale: 'zh-TW', ratingScale: ratingScaleZh },
  en: { locale: 'en', ratingScale: ratingScaleEn },
};

export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
