import type { CheckIn } from '../../../../domain/check-in/check-in.ts';
import { localTime, minuteBefore } from '../../../../domain/check-in/local-time.ts';
import type { Rating } from '../../../../domain/check-in/rating.ts';
import type { Coverage } from '../../../../domain/check-in/standing.ts';
import type { IndicatorInContext } from '../../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../../texts/texts.ts';

/** A check-in as its member sees it: the state from the database, and the official wording of its items. */
export interface CheckInModel {
  readonly checkIn: CheckIn;
  readonly timeZone: string;
  readonly supervisors: readonly string[];
  readonly contact: string | undefined;
  /** Of the member's indicators; undefined while the check-in is not answered whole. */
  readonly coverage: Coverage | undefined;
  /** In the order of the items; undefined where the standard is no longer installed. */
  readonly indicators: readonly (IndicatorInContext | undefined)[];
  readonly now: Date;
}

export function answerText(answer: Rating, { ratingScale }: Texts): string {
  return answer === 'no-opportunity' ? ratingScale.noOpportunity : `${answer} ${ratingScale.wording[answer]}`;
}

/** Four indicators are read and answered in about a minute. */
export function minutesFor(items: number): number {
  return Math.max(1, Math.ceil(items / 4));
}

/** The last minute in which it can be answered. */
export function until(
  { checkIn, timeZone }: Pick<CheckInModel, 'checkIn' | 'timeZone'>,
  { dates }: Texts,
): string {
  return dates.dayAndTime(localTime(minuteBefore(checkIn.closesAt), timeZone));
}
