import { z } from 'zod';
import { LOCALES, type Locale } from '../people/locale.ts';
import type { IndicatorKey } from './choose-indicators.ts';
import { NO_PREFERENCE, type Preference, workWeekOf } from './preference.ts';
import type { Schedule } from './schedule.ts';

/** What the form of settings holds. */
export interface Settings {
  /**
   * When they are asked, each undefined where it was left empty. Undefined altogether where the form does not ask, as
   * for somebody without a standard: what they have set stays.
   */
  readonly checkIn: { readonly weekday: number | undefined; readonly time: string | undefined } | undefined;
  /** ISO weekdays; none: as in the workspace. */
  readonly restDays: readonly number[];
  readonly worksHolidays: boolean;
  readonly locale: Locale;
}

/** What a form of settings showed: a base to compare with, and proves nothing. */
export const shownSettings = z.object({
  checkIn: z.object({ weekday: z.int(), time: z.string() }).optional(),
  restDays: z.array(z.int()),
  worksHolidays: z.boolean(),
  locale: z.enum(LOCALES),
});
export type ShownSettings = z.infer<typeof shownSettings>;

/** A form as it was sent, with what it showed when it was opened; where nobody knows that, all of it is a change. */
export interface SentForm<Sent, Shown> {
  readonly sent: Sent;
  readonly shown: Shown | undefined;
}

type SentSettings = SentForm<Settings, ShownSettings>;

/**
 * A member's preference after the form: only what came back different from what was shown is a change, the rest may have
 * been set elsewhere meanwhile and stays. What is changed to what the workspace has is not theirs: they follow it.
 */
export function preferenceAfter(
  { sent, shown }: SentSettings,
  now: Preference,
  schedule: Pick<Schedule, 'checkIn' | 'restDays' | 'worksHolidays'>,
): Preference {
  const usual = { ...schedule.checkIn, ...workWeekOf(schedule, NO_PREFERENCE) };
  const isAsked = sent.checkIn !== undefined;
  const { weekday, time } = sent.checkIn ?? {};
  const { restDays, worksHolidays } = sent;
  return {
    weekday: !isAsked || isSame(weekday, shown?.checkIn?.weekday) ? now.weekday : own(weekday, usual.weekday),
    time: !isAsked || isSame(time, shown?.checkIn?.time) ? now.time : own(time, usual.time),
    restDays:
      shown !== undefined && haveSame(restDays, shown.restDays)
        ? now.restDays
        : haveSame(restDays, usual.restDays)
          ? []
          : restDays,
    worksHolidays: isSame(worksHolidays, shown?.worksHolidays)
      ? now.worksHolidays
      : own(worksHolidays, usual.worksHolidays),
  };
}

/** The language that was chosen in the form; undefined where it is the one that was shown. */
export function localeChosen({ sent, shown }: SentSettings): Locale | undefined {
  return sent.locale === shown?.locale ? undefined : sent.locale;
}

/** What a form of focus indicators showed, and left out for want of room: a base to compare with, and proves nothing. */
export const shownFocus = z.array(z.object({ standardCode: z.string(), indicatorCode: z.string() }));

/** A member's focus after the form: what was chosen in it comes to what they have now, what was taken out of it goes. */
export function focusAfter(
  { sent, shown }: SentForm<readonly IndicatorKey[], readonly IndicatorKey[]>,
  now: readonly IndicatorKey[],
): readonly IndicatorKey[] {
  if (shown === undefined) return sent;
  const without = (keys: readonly IndicatorKey[], others: readonly IndicatorKey[]) =>
    keys.filter((key) => !others.some((other) => isSameIndicator(key, other)));
  const kept = without(now, without(shown, sent));
  return [...kept, ...without(without(sent, shown), kept)];
}

export function isSameIndicator(one: IndicatorKey, other: IndicatorKey): boolean {
  return one.standardCode === other.standardCode && one.indicatorCode === other.indicatorCode;
}

/** Whether a field came back as it was shown; one that was not shown has nothing to be compared with. */
function isSame<Value>(sent: Value | undefined, shown: Value | undefined): boolean {
  return shown !== undefined && sent === shown;
}

function own<Value>(value: Value | undefined, usual: Value): Value | undefined {
  return value === usual ? undefined : value;
}

function haveSame(days: readonly number[], others: readonly number[]): boolean {
  const inOrder = (given: readonly number[]) => given.toSorted((one, other) => one - other).join();
  return inOrder(days) === inOrder(others);
}
