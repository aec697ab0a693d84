import { type CheckIn, type CheckInStage, stageOf, stageOfAnswers } from '../domain/check-in/check-in.ts';
import type { Locale } from '../domain/people/locale.ts';
import type { IndicatorInContext } from '../domain/standard/indicator-in-context.ts';
import type { OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { findOwnCheckIn as find } from '../storage/check-ins/find-own-check-in.ts';
import type { Context } from './context.ts';

/** A person's own check-in with the official text of its items, in their order, where it is installed. */
export interface OwnCheckInInContext {
  readonly checkIn: CheckIn;
  readonly indicators: readonly (IndicatorInContext | undefined)[];
  readonly locale: Locale;
  readonly timeZone: string;
  /** It takes changes still. */
  readonly isOpen: boolean;
  /** Its period is over: what is answered now counts as late. */
  readonly isLate: boolean;
  /** The stage that its answers are in. */
  readonly stage: CheckInStage;
}

/** A person's own check-in, as it is now; undefined: it is not theirs, or there is none. */
export async function findOwnCheckIn(
  context: Context,
  target: OwnCheckIn,
): Promise<OwnCheckInInContext | undefined> {
  const found = await find(context.database.prisma, target);
  if (found === undefined) return undefined;
  const { checkIn, recipient } = found;
  const now = context.now();
  return {
    checkIn,
    indicators: checkIn.items.map(({ standardCode, indicatorCode }) =>
      context.library.findIndicator(standardCode, indicatorCode),
    ),
    locale: recipient.locale,
    timeZone: recipient.timeZone,
    isOpen: stageOf(checkIn, now) !== 'closed',
    isLate: now >= checkIn.periodEndsAt,
    stage: stageOfAnswers(checkIn, now),
  };
}
