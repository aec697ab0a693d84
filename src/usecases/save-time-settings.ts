import { NO_PREFERENCE, type Preference, workWeekOf } from '../domain/check-in/preference.ts';
import type { Schedule } from '../domain/check-in/schedule.ts';
import { findSchedule } from '../storage/people/schedules.ts';
import type { Asker } from './change-own-times.ts';
import type { Context } from './context.ts';
import { type PreferenceProblem, setPreference } from './set-preference.ts';

/** What the form of settings holds about time; undefined where it was left empty. */
export interface TimeSettings {
  readonly weekday: number | undefined;
  readonly time: string | undefined;
  readonly restDays: readonly number[];
  readonly worksHolidays: boolean;
}

/**
 * Keeps what a member has set about time. What is as in the workspace is not theirs: they follow it when it changes.
 * Undefined: saved.
 */
export async function saveTimeSettings(
  context: Context,
  { settings, ...asker }: Asker & { readonly settings: TimeSettings },
): Promise<PreferenceProblem | 'not-a-member' | undefined> {
  const schedule = await findSchedule(context.database.prisma, asker.workspaceId);
  if (schedule === undefined) return 'not-a-member';
  const saved = await setPreference(context, { ...asker, preference: differing(settings, schedule) });
  return saved.outcome === 'refused' ? saved.problem : undefined;
}

function differing({ weekday, time, restDays, worksHolidays }: TimeSettings, schedule: Schedule): Preference {
  const usual = workWeekOf(schedule, NO_PREFERENCE);
  const sorted = (days: readonly number[]) => days.toSorted((one, other) => one - other).join();
  return {
    weekday: weekday === schedule.checkIn.weekday ? undefined : weekday,
    time: time === schedule.checkIn.time ? undefined : time,
    restDays: sorted(restDays) === sorted(usual.restDays) ? [] : restDays,
    worksHolidays: worksHolidays === usual.worksHolidays ? undefined : worksHolidays,
  };
}
