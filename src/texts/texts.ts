import type { Locale } from '../domain/people/locale.ts';
import { checkIn as checkInEn } from './en/check-in.ts';
import { checkInReminder as checkInReminderEn } from './en/check-in-reminder.ts';
import { checkInSkip as checkInSkipEn } from './en/check-in-skip.ts';
import { competency as competencyEn } from './en/competency.ts';
import { dates as datesEn } from './en/dates.ts';
import { deliveryTrouble as deliveryTroubleEn } from './en/delivery-trouble.ts';
import { ratingScale as ratingScaleEn } from './en/rating-scale.ts';
import { refusal as refusalEn } from './en/refusal.ts';
import { weeklyDigest as weeklyDigestEn } from './en/weekly-digest.ts';
import { type CheckInTexts, checkIn as checkInZh } from './zh-TW/check-in.ts';
import {
  type CheckInReminderTexts,
  checkInReminder as checkInReminderZh,
} from './zh-TW/check-in-reminder.ts';
import { type CheckInSkipTexts, checkInSkip as checkInSkipZh } from './zh-TW/check-in-skip.ts';
import { type CompetencyTexts, competency as competencyZh } from './zh-TW/competency.ts';
import { type DateTexts, dates as datesZh } from './zh-TW/dates.ts';
import { type DeliveryTroubleTexts, deliveryTrouble as deliveryTroubleZh } from './zh-TW/delivery-trouble.ts';
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
  readonly checkInReminder: CheckInReminderTexts;
  readonly checkInSkip: CheckInSkipTexts;
  readonly competency: CompetencyTexts;
  readonly deliveryTrouble: DeliveryTroubleTexts;
}

const TEXTS: Record<Locale, Texts> = {
  'zh-TW': {
    locale: 'zh-TW',
    ratingScale: ratingScaleZh,
    weeklyDigest: weeklyDigestZh,
    refusal: refusalZh,
    dates: datesZh,
    checkIn: checkInZh,
    checkInReminder: checkInReminderZh,
    checkInSkip: checkInSkipZh,
    competency: competencyZh,
    deliveryTrouble: deliveryTroubleZh,
  },
  en: {
    locale: 'en',
    ratingScale: ratingScaleEn,
    weeklyDigest: weeklyDigestEn,
    refusal: refusalEn,
    dates: datesEn,
    checkIn: checkInEn,
    checkInReminder: checkInReminderEn,
    checkInSkip: checkInSkipEn,
    competency: competencyEn,
    deliveryTrouble: deliveryTroubleEn,
  },
};

export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
