import type { Locale } from '../domain/people/locale.ts';
import { checkIn as checkInEn } from './en/check-in.ts';
import { checkInForm as checkInFormEn } from './en/check-in-form.ts';
import { checkInReminder as checkInReminderEn } from './en/check-in-reminder.ts';
import { checkInSkip as checkInSkipEn } from './en/check-in-skip.ts';
import { competency as competencyEn } from './en/competency.ts';
import { dates as datesEn } from './en/dates.ts';
import { deliveryTrouble as deliveryTroubleEn } from './en/delivery-trouble.ts';
import { download as downloadEn } from './en/download.ts';
import { evidence as evidenceEn } from './en/evidence.ts';
import { focus as focusEn } from './en/focus.ts';
import { home as homeEn } from './en/home.ts';
import { indicatorDetails as indicatorDetailsEn } from './en/indicator-details.ts';
import { leave as leaveEn } from './en/leave.ts';
import { lookUp as lookUpEn } from './en/look-up.ts';
import { newcomer as newcomerEn } from './en/newcomer.ts';
import { note as noteEn } from './en/note.ts';
import { notice as noticeEn } from './en/notice.ts';
import { ownEntries as ownEntriesEn } from './en/own-entries.ts';
import { ownStanding as ownStandingEn } from './en/own-standing.ts';
import { ratingScale as ratingScaleEn } from './en/rating-scale.ts';
import { refusal as refusalEn } from './en/refusal.ts';
import { settings as settingsEn } from './en/settings.ts';
import { startedCheckIn as startedCheckInEn } from './en/started-check-in.ts';
import { submission as submissionEn } from './en/submission.ts';
import { weeklyDigest as weeklyDigestEn } from './en/weekly-digest.ts';
import { whereItIs as whereItIsEn } from './en/where-it-is.ts';
import { words as wordsEn } from './en/words.ts';
import { type CheckInTexts, checkIn as checkInZh } from './zh-TW/check-in.ts';
import { type CheckInFormTexts, checkInForm as checkInFormZh } from './zh-TW/check-in-form.ts';
import {
  type CheckInReminderTexts,
  checkInReminder as checkInReminderZh,
} from './zh-TW/check-in-reminder.ts';
import { type CheckInSkipTexts, checkInSkip as checkInSkipZh } from './zh-TW/check-in-skip.ts';
import { type CompetencyTexts, competency as competencyZh } from './zh-TW/competency.ts';
import { type DateTexts, dates as datesZh } from './zh-TW/dates.ts';
import { type DeliveryTroubleTexts, deliveryTrouble as deliveryTroubleZh } from './zh-TW/delivery-trouble.ts';
import { type DownloadTexts, download as downloadZh } from './zh-TW/download.ts';
import { type EvidenceTexts, evidence as evidenceZh } from './zh-TW/evidence.ts';
import { type FocusTexts, focus as focusZh } from './zh-TW/focus.ts';
import { type HomeTexts, home as homeZh } from './zh-TW/home.ts';
import {
  type IndicatorDetailsTexts,
  indicatorDetails as indicatorDetailsZh,
} from './zh-TW/indicator-details.ts';
import { type LeaveTexts, leave as leaveZh } from './zh-TW/leave.ts';
import { type LookUpTexts, lookUp as lookUpZh } from './zh-TW/look-up.ts';
import { type NewcomerTexts, newcomer as newcomerZh } from './zh-TW/newcomer.ts';
import { type NoteTexts, note as noteZh } from './zh-TW/note.ts';
import { type NoticeTexts, notice as noticeZh } from './zh-TW/notice.ts';
import { type OwnEntriesTexts, ownEntries as ownEntriesZh } from './zh-TW/own-entries.ts';
import { type OwnStandingTexts, ownStanding as ownStandingZh } from './zh-TW/own-standing.ts';
import { type RatingScaleTexts, ratingScale as ratingScaleZh } from './zh-TW/rating-scale.ts';
import { type RefusalTexts, refusal as refusalZh } from './zh-TW/refusal.ts';
import { type SettingsTexts, settings as settingsZh } from './zh-TW/settings.ts';
import { type StartedCheckInTexts, startedCheckIn as startedCheckInZh } from './zh-TW/started-check-in.ts';
import { type SubmissionTexts, submission as submissionZh } from './zh-TW/submission.ts';
import { type WeeklyDigestTexts, weeklyDigest as weeklyDigestZh } from './zh-TW/weekly-digest.ts';
import { type WhereItIsTexts, whereItIs as whereItIsZh } from './zh-TW/where-it-is.ts';
import { type WordsTexts, words as wordsZh } from './zh-TW/words.ts';

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
  readonly notice: NoticeTexts;
  readonly newcomer: NewcomerTexts;
  readonly lookUp: LookUpTexts;
  readonly startedCheckIn: StartedCheckInTexts;
  readonly ownEntries: OwnEntriesTexts;
  readonly ownStanding: OwnStandingTexts;
  readonly whereItIs: WhereItIsTexts;
  readonly words: WordsTexts;
  readonly download: DownloadTexts;
  readonly focus: FocusTexts;
  readonly leave: LeaveTexts;
  readonly settings: SettingsTexts;
  readonly home: HomeTexts;
  readonly checkInForm: CheckInFormTexts;
  readonly evidence: EvidenceTexts;
  readonly indicatorDetails: IndicatorDetailsTexts;
  readonly note: NoteTexts;
  readonly submission: SubmissionTexts;
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
    notice: noticeZh,
    newcomer: newcomerZh,
    lookUp: lookUpZh,
    startedCheckIn: startedCheckInZh,
    ownEntries: ownEntriesZh,
    ownStanding: ownStandingZh,
    whereItIs: whereItIsZh,
    words: wordsZh,
    download: downloadZh,
    focus: focusZh,
    leave: leaveZh,
    settings: settingsZh,
    home: homeZh,
    checkInForm: checkInFormZh,
    evidence: evidenceZh,
    indicatorDetails: indicatorDetailsZh,
    note: noteZh,
    submission: submissionZh,
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
    notice: noticeEn,
    newcomer: newcomerEn,
    lookUp: lookUpEn,
    startedCheckIn: startedCheckInEn,
    ownEntries: ownEntriesEn,
    ownStanding: ownStandingEn,
    whereItIs: whereItIsEn,
    words: wordsEn,
    download: downloadEn,
    focus: focusEn,
    leave: leaveEn,
    settings: settingsEn,
    home: homeEn,
    checkInForm: checkInFormEn,
    evidence: evidenceEn,
    indicatorDetails: indicatorDetailsEn,
    note: noteEn,
    submission: submissionEn,
  },
};

export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
