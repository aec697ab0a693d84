import { z } from 'zod';
import type { Absence } from '../../domain/check-in/absence.ts';
import type { Preference } from '../../domain/check-in/preference.ts';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import { Prisma } from '../generated/client.ts';
import { parseSchedule, scheduleRow } from './schedule-rows.ts';

/** All that is stored about when something may come to a member. */
export interface MemberTerms {
  readonly workspaceId: string;
  /** IANA name. */
  readonly timeZone: string;
  /** The workspace's. */
  readonly schedule: Schedule;
  readonly preference: Preference;
  /** Their leave and the workspace's blackout windows, as far as they can matter still. */
  readonly absences: readonly Absence[];
}

/** Joins the preference `p` of a member `m`. */
export const preferenceJoin = Prisma.sql`
  LEFT JOIN member_preference p ON p.workspace_id = m.workspace_id AND p.member_id = m.member_id`;

/**
 * What `parseTerms` reads beside the schedule's columns, of a member `m` with a preference `p`. What was over three
 * weeks before `since` is left out: nothing that is still to be decided lies farther back.
 */
export const termsColumns = (since: Prisma.Sql) => Prisma.sql`
  m.workspace_id, m.time_zone,
  jsonb_build_object('weekday', p.check_in_weekday, 'time', p.check_in_time, 'restDays', p.rest_days,
                     'worksHolidays', p.works_holidays) AS preference,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'from', a.from_date, 'until', a.until_date)
                             ORDER BY a.from_date, a.until_date, a.kind), '[]')
     FROM (SELECT 'on-leave' AS kind, l.from_date, l.until_date FROM leave l
            WHERE l.workspace_id = m.workspace_id AND l.member_id = m.member_id
            UNION ALL
           SELECT 'blackout', b.from_date, b.until_date FROM blackout b
            WHERE b.workspace_id = m.workspace_id) a
    WHERE a.until_date > (${since})::date - 21) AS absences`;

/** When the last check-in of a member `m` closes; null where that is over at `now`. */
export const openUntilColumn = (now: Date) => Prisma.sql`
  (SELECT last.closes_at
     FROM (SELECT c.closes_at FROM check_in c
            WHERE c.workspace_id = m.workspace_id AND c.member_id = m.member_id
            ORDER BY c.period DESC LIMIT 1) last
    WHERE last.closes_at > ${now}::timestamptz) AS open_until`;

/** When the tick looks after the check-ins of a member `m` next; null where it is not to yet. */
export const wakesAtColumn = Prisma.sql`
  (SELECT ms.next_at FROM member_schedule ms
    WHERE ms.workspace_id = m.workspace_id AND ms.member_id = m.member_id AND ms.kind = 'check-in') AS wakes_at`;

export const termsRow = scheduleRow.extend({
  workspace_id: z.string(),
  time_zone: z.string(),
  preference: z.object({
    weekday: z.int().nullable(),
    time: z.string().nullable(),
    restDays: z.array(z.int()).nullable(),
    worksHolidays: z.boolean().nullable(),
  }),
  absences: z.array(
    z.object({ kind: z.enum(['on-leave', 'blackout']), from: z.string(), until: z.string() }),
  ),
});

export function parseTerms(row: z.infer<typeof termsRow>): MemberTerms {
  const { weekday, time, restDays, worksHolidays } = row.preference;
  return {
    workspaceId: row.workspace_id,
    timeZone: row.time_zone,
    schedule: parseSchedule(row),
    preference: {
      weekday: weekday ?? undefined,
      time: time ?? undefined,
      restDays: restDays ?? [],
      worksHolidays: worksHolidays ?? undefined,
    },
    absences: row.absences,
  };
}
