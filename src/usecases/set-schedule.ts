import { z } from 'zod';
import { leavesADay, NO_PREFERENCE, workWeekOf } from '../domain/check-in/preference.ts';
import { type Schedule, weeklyTime } from '../domain/check-in/schedule.ts';
import { findSchedule, saveSchedule } from '../storage/people/schedules.ts';
import type { Context } from './context.ts';
import type { SchedulePlan } from './plan-schedule.ts';
import { changeTimes } from './renew-schedules.ts';

const { weekday, time } = weeklyTime.shape;

/** What of a schedule is to be another; what is absent stays. */
export const scheduleChange = z.object({
  weekday: weekday.optional(),
  time: time.optional(),
  items: z.int().min(1).max(10).optional(),
  // A week later the next check-in is due, and two are never open at once.
  lateDays: z.int().min(0).max(6).optional(),
  digestWeekday: weekday.optional(),
  digestTime: time.optional(),
  restDays: z.array(weekday).max(6).optional(),
  worksHolidays: z.boolean().optional(),
  reminders: z.int().min(0).max(2).optional(),
});
export type ScheduleChange = z.infer<typeof scheduleChange>;

/**
 * Changes the workspace's schedule; what is due moves with it, everybody stays in the period they are. Check-ins that
 * are open close when they would have. `no-day-left`: every day from the check-in's weekday to Sunday is a rest day.
 */
export async function setSchedule(
  context: Context,
  { workspaceId, change }: { readonly workspaceId: string; readonly change: ScheduleChange },
): Promise<{ outcome: 'set'; plan: SchedulePlan } | { outcome: 'refused'; problem: 'no-day-left' }> {
  return await context.database.prisma.$transaction(async (tx) => {
    const { answer, plan } = await changeTimes(context, tx, { workspaceId }, async () => {
      const current = await findSchedule(tx, workspaceId);
      if (current === undefined) throw new Error('the plan before it has found the schedule');
      const schedule = changed(current, change);
      if (!leavesADay(schedule.checkIn.weekday, workWeekOf(schedule, NO_PREFERENCE))) return false;
      await saveSchedule(tx, workspaceId, schedule);
      return true;
    });
    return answer ? { outcome: 'set', plan } : { outcome: 'refused', problem: 'no-day-left' };
  });
}

function changed(schedule: Schedule, change: ScheduleChange): Schedule {
  return {
    ...schedule,
    checkIn: {
      weekday: change.weekday ?? schedule.checkIn.weekday,
      time: change.time ?? schedule.checkIn.time,
    },
    digest: {
      weekday: change.digestWeekday ?? schedule.digest.weekday,
      time: change.digestTime ?? schedule.digest.time,
    },
    itemsPerCheckIn: change.items ?? schedule.itemsPerCheckIn,
    lateDays: change.lateDays ?? schedule.lateDays,
    restDays: [...new Set(change.restDays ?? schedule.restDays)].sort((a, b) => a - b),
    worksHolidays: change.worksHolidays ?? schedule.worksHolidays,
    reminders: change.reminders ?? schedule.reminders,
  };
}
