import type { Schedule, WeeklyTime } from './schedule.ts';
import { OFFICE_WEEK, type WorkWeek } from './work-calendar.ts';

/** What a member has set for themselves; what is undefined, or empty, is as in the workspace. */
export interface Preference {
  readonly weekday: number | undefined;
  /** `HH:mm` */
  readonly time: string | undefined;
  /** ISO weekdays. */
  readonly restDays: readonly number[];
  readonly worksHolidays: boolean | undefined;
}

/** What of it says on which days they work. */
export type WorkDays = Pick<Preference, 'restDays' | 'worksHolidays'>;

/** Somebody who has set nothing. */
export const NO_PREFERENCE: Preference = {
  weekday: undefined,
  time: undefined,
  restDays: [],
  worksHolidays: undefined,
};

/** When a member with this preference is asked. */
export function checkInTimeOf(
  schedule: Pick<Schedule, 'checkIn'>,
  { weekday, time }: Preference,
): WeeklyTime {
  return { weekday: weekday ?? schedule.checkIn.weekday, time: time ?? schedule.checkIn.time };
}

/** Which days of the week a member with this preference works. */
export function workWeekOf(
  schedule: Pick<Schedule, 'restDays' | 'worksHolidays'>,
  { restDays, worksHolidays }: WorkDays,
): WorkWeek {
  const own = restDays.length > 0 ? restDays : schedule.restDays;
  return {
    restDays: own.length > 0 ? own : OFFICE_WEEK.restDays,
    worksHolidays: worksHolidays ?? schedule.worksHolidays,
  };
}

/** Whether an ordinary week has a day on which a check-in can come: its weekday, or a later one that is worked. */
export function leavesADay(weekday: number, { restDays }: WorkWeek): boolean {
  return [1, 2, 3, 4, 5, 6, 7].some((day) => day >= weekday && !restDays.includes(day));
}

/** Whether a member has set anything for themselves. */
export function isOwn({ weekday, time, restDays, worksHolidays }: Preference): boolean {
  return [weekday, time, worksHolidays].some((own) => own !== undefined) || restDays.length > 0;
}
