import { z } from 'zod';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import { Prisma } from '../generated/client.ts';

/** The columns that `parseSchedule` reads, from a schedule aliased `s`. */
export const scheduleColumns = Prisma.sql`
  s.check_in_weekday, s.check_in_time, s.items_per_check_in, s.late_days, s.digest_weekday, s.digest_time, s.started_at,
  to_jsonb(s.rest_days) AS rest_days, s.works_holidays, s.reminders`;

export const scheduleRow = z.object({
  check_in_weekday: z.int(),
  check_in_time: z.string(),
  items_per_check_in: z.int(),
  late_days: z.int(),
  digest_weekday: z.int(),
  digest_time: z.string(),
  started_at: z.date().nullable(),
  rest_days: z.array(z.int()).nullable(),
  works_holidays: z.boolean(),
  reminders: z.int(),
});

export function parseSchedule(row: z.infer<typeof scheduleRow>): Schedule {
  return {
    checkIn: { weekday: row.check_in_weekday, time: row.check_in_time },
    itemsPerCheckIn: row.items_per_check_in,
    lateDays: row.late_days,
    digest: { weekday: row.digest_weekday, time: row.digest_time },
    startedAt: row.started_at ?? undefined,
    restDays: row.rest_days ?? [],
    worksHolidays: row.works_holidays,
    reminders: row.reminders,
  };
}
