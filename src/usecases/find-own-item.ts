import { type CheckIn, type CheckInItem, stageOf } from '../domain/check-in/check-in.ts';
import type { Locale } from '../domain/people/locale.ts';
import type { LocalEntry } from '../domain/standard/entry.ts';
import type { IndicatorInContext } from '../domain/standard/indicator-in-context.ts';
import { readLocalCode } from '../domain/standard/local-code.ts';
import type { OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { findReadings, type OwnItem } from '../storage/ratings/find-readings.ts';
import type { Context } from './context.ts';

/** One item of a person's own check-in with all that is known of it; the official text where it is installed. */
export interface OwnItemInContext extends Omit<OwnItem, 'state'> {
  readonly checkIn: CheckIn;
  readonly checkInId: string;
  readonly item: CheckInItem;
  readonly indicator: IndicatorInContext | undefined;
  readonly entry: Extract<LocalEntry, { kind: 'indicator' }> | undefined;
  readonly timeZone: string;
  readonly locale: Locale;
  /** The check-in takes changes still. */
  readonly isOpen: boolean;
}

/** One item of a person's own check-in; undefined: it is not theirs, or there is none. */
export async function findOwnItem(
  context: Context,
  target: OwnCheckIn & { readonly position: number },
): Promise<OwnItemInContext | undefined> {
  const found = await findReadings(context.database.prisma, target);
  const item = found?.state.checkIn.items[target.position];
  if (found === undefined || item === undefined) return undefined;
  const { checkIn, recipient } = found.state;
  const code = readLocalCode(item.indicatorCode);
  const entry = code && context.library.find(item.standardCode, code);
  return {
    checkIn,
    checkInId: checkIn.checkInId,
    item,
    indicator: context.library.findIndicator(item.standardCode, item.indicatorCode),
    entry: entry?.kind === 'indicator' ? entry : undefined,
    readings: found.readings,
    evidence: found.evidence,
    shownBeforeAt: found.shownBeforeAt,
    timeZone: recipient.timeZone,
    locale: recipient.locale,
    isOpen: stageOf(checkIn, context.now()) !== 'closed',
  };
}
