import type { Schedule } from '../../domain/check-in/schedule.ts';
import type { Queryable } from '../database.ts';
import { parseSchedule, scheduleColumns, scheduleRow } from './schedule-rows.ts';

/** A workspace's schedule, or undefined when the workspace is unknown. */
export async function findSchedule(db: Queryable, workspaceId: string): Promise<Schedule | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${scheduleColumns} FROM schedule s WHERE s.workspace_id = ${workspaceId}`;
  return rows.map((row) => parseSchedule(scheduleRow.parse(row)))[0];
}

/** Makes a workspace's schedule this one; whether it is started stays as it is. */
export async function saveSchedule(tx: Queryable, workspaceId: string, schedule: Schedule): Promise<void> {
  const { checkIn, digest, itemsPerCheckIn, lateDays, restDays, worksHolidays, reminders } = schedule;
  await tx.$executeRaw`
    UPDATE schedule
       SET check_in_weekday = ${checkIn.weekday}::smallint, check_in_time = ${checkIn.time},
           digest_weekday = ${digest.weekday}::smallint, digest_time = ${digest.time},
           items_per_check_in = ${itemsPerCheckIn}::smallint, late_days = ${lateDays}::smallint,
           rest_days = ${[...restDays]}::smallint[], works_holidays = ${worksHolidays},
           reminders = ${reminders}::smallint
     WHERE workspace_id = ${workspaceId}`;
}

/**
 * Starts a schedule that has not been started, by the time zone rules of version `zoneRules`; answers whether it
 * was this call that did.
 */
export async function setScheduleStarted(
  db: Queryable,
  workspaceId: string,
  now: Date,
  zoneRules: string,
): Promise<boolean> {
  const started = await db.$executeRaw`
    UPDATE schedule SET started_at = ${now}::timestamptz, zone_rules = ${zoneRules}
     WHERE workspace_id = ${workspaceId} AND started_at IS NULL`;
  return started === 1;
}
