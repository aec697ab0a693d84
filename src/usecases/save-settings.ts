import { NO_PREFERENCE, type Preference, type WorkDays, workWeekOf } from '../domain/check-in/preference.ts';
import type { Schedule } from '../domain/check-in/schedule.ts';
import type { Locale } from '../domain/people/locale.ts';
import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { findSchedule } from '../storage/people/schedules.ts';
import { type Asker, changeOwnTimes, type OwnChange } from './change-own-times.ts';
import type { Context } from './context.ts';
import { setLanguage } from './set-language.ts';
import { type PreferenceProblem, setPreference, setWorkDays } from './set-preference.ts';

/** What the form of settings holds. */
export interface Settings {
  /**
   * When they are asked, each undefined where it was left empty. Undefined altogether where the form does not ask, as
   * for somebody without a standard: what they have set stays.
   */
  readonly checkIn: { readonly weekday: number | undefined; readonly time: string | undefined } | undefined;
  readonly restDays: readonly number[];
  readonly worksHolidays: boolean;
  readonly locale: Locale;
}

/**
 * Keeps what a member has set, all of it or nothing. Of the times, what is as in the workspace is not theirs: they
 * follow it when it changes. Answers their check-ins that are to be drawn again: see `setLanguage`.
 */
export async function saveSettings(
  context: Context,
  { settings, ...asker }: Asker & { readonly settings: Settings },
): Promise<OwnChange<PreferenceProblem, { readonly redrawn: readonly ChangedCheckIn[] }>> {
  return await changeOwnTimes<PreferenceProblem, { redrawn: readonly ChangedCheckIn[] }>(
    context,
    asker,
    async (tx, member) => {
      const schedule = await findSchedule(tx, asker.workspaceId);
      if (schedule === undefined) throw new Error('a member has a workspace, and that has a schedule');
      const days = differingDays(settings, schedule);
      const problem =
        settings.checkIn === undefined
          ? await setWorkDays(tx, member, days, schedule)
          : await setPreference(
              tx,
              member,
              { ...differingTime(settings.checkIn, schedule), ...days },
              schedule,
            );
      if (problem !== undefined) return { problem };
      return { done: { redrawn: await setLanguage(context, tx, { ...asker, locale: settings.locale }) } };
    },
  );
}

function differingTime(
  { weekday, time }: NonNullable<Settings['checkIn']>,
  { checkIn }: Schedule,
): Pick<Preference, 'weekday' | 'time'> {
  return {
    weekday: weekday === checkIn.weekday ? undefined : weekday,
    time: time === checkIn.time ? undefined : time,
  };
}

function differingDays({ restDays, worksHolidays }: Settings, schedule: Schedule): WorkDays {
  const usual = workWeekOf(schedule, NO_PREFERENCE);
  const sorted = (days: readonly number[]) => days.toSorted((one, other) => one - other).join();
  return {
    restDays: sorted(restDays) === sorted(usual.restDays) ? [] : restDays,
    worksHolidays: worksHolidays === usual.worksHolidays ? undefined : worksHolidays,
  };
}
