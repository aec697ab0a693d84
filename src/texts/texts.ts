import type { Locale } from '../domain/people/locale.ts';
import { checkIn as checkInEn } from './en/check-in.ts';
import { competency as competencyEn } from './en/competency.ts';
import { dates as datesEn } from './en/dates.ts';
import { deliveryTrouble as deliveryTroubleEn } from './en/delivery-trouble.ts';
import { newcomer as newcomerEn } from './en/newcomer.ts';
import { notice as noticeEn } from './en/notice.ts';
import { ratingScale as ratingScaleEn } from './en/rating-scale.ts';
import { refusal as refusalEn } from './en/refusal.ts';
import { weeklyDigest as weeklyDigestEn } from './en/weekly-digest.ts';
import { type CheckInTexts, checkIn as checkInZh } from './zh-TW/check-in.ts';
import { type CompetencyTexts, competency as competencyZh } from './zh-TW/competency.ts';
import { type DateTexts, dates as datesZh } from './zh-TW/dates.ts';
import { type DeliveryTroubleTexts, deliveryTrouble as deliveryTroubleZh } from './zh-TW/delivery-trouble.ts';
import { type NewcomerTexts, newcomer as newcomerZh } from './zh-TW/newcomer.ts';
import { type NoticeTexts, notice as noticeZh } from './zh-TW/notice.ts';
import { type RatingScaleTexts, ratingScale as ratingScaleZh } from './zh-TW/rating-scale.ts';
import { type RefusalTexts, refusal as refusalZh } from './zh-TW/refusal.ts';
import { type WeeklyDigestTexts, weeklyDigest as weeklyDigestZh } from './zh-TW/weekly-digest.ts';

/** Everything the bot says, in one language. zh-TW gives the shape; en has to fill it. */
export interface Texts {
  readonly locale: Locale;
  readonly ratingScale: RatingScaleTexts;
  readonly weeklyDigest: WeeklyDigestTexts;
  readonly refusal: RefusalTexts;
  readonly dates: DateTexts;
  readonly checkIn: CheckInTexts;
  readonly competency: CompetencyTexts;
  readonly deliveryTrouble: DeliveryTroubleTexts;
  readonly notice: NoticeTexts;
  readonly newcomer: NewcomerTexts;
}

const TEXTS: Record<Locale, Texts> = {
  'zh-TW': {
    locale: 'zh-TW',
    ratingScale: ratingScaleZh,
    weeklyDigest: weeklyDigestZh,
    refusal: refusalZh,
    dates: datesZh,
    checkIn: checkInZh,
    competency: competencyZh,
    deliveryTrouble: deliveryTroubleZh,
    notice: noticeZh,
    newcomer: newcomerZh,
  },
  en: {
    locale: 'en',
    ratingScale: ratingScaleEn,
    weeklyDigest: weeklyDigestEn,
    refusal: refusalEn,
    dates: datesEn,
    checkIn: checkInEn,
    competency: competencyEn,
    deliveryTrouble: deliveryTroubleEn,
    notice: noticeEn,
    newcomer: newcomerEn,
  },
};

export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
