import { z } from 'zod';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import {
  type MemberTerms,
  openUntilColumn,
  parseTerms,
  preferenceJoin,
  termsColumns,
  termsRow,
} from './member-terms.ts';
import { parseSchedule, scheduleColumns, scheduleRow } from './schedule-rows.ts';

/** An active member with what they take part in today. */
export interface Participant extends MemberTerms {
  readonly memberId: string;
  readonly displayName: string;
  readonly slackUserId: string;
  readonly locale: Locale;
  readonly standardCodes: readonly string[];
  /** How many people they supervise. */
  readonly teamSize: number;
  /** When they are due something next; undefined for what they have not been scheduled for. */
  readonly scheduled: { readonly checkInAt: Date | undefined; readonly digestAt: Date | undefined };
  /** When their last check-in closes; undefined where that is over. */
  readonly openUntil: Date | undefined;
}

const participantRow = termsRow
  .extend({
    member_id: z.string(),
    slack_user_id: z.string(),
    display_name: z.string(),
    locale: z.enum(LOCALES),
    standards: z.array(z.string()),
    team_size: z.int(),
    check_in_at: z.date().nullable(),
    digest_at: z.date().nullable(),
    open_until: z.date().nullable(),
  })
  .transform(
    (row): Participant => ({
      ...parseTerms(row),
      memberId: row.member_id,
      slackUserId: row.slack_user_id,
      displayName: row.display_name,
      locale: row.locale,
      standardCodes: row.standards,
      teamSize: row.team_size,
      scheduled: { checkInAt: row.check_in_at ?? undefined, digestAt: row.digest_at ?? undefined },
      openUntil: row.open_until ?? undefined,
    }),
  );

/** Every active member of a workspace at `now`, or the one with this Slack user id; one statement. */
export async function findParticipants(
  db: Queryable,
  workspaceId: string,
  now: Date,
  slackUserId?: string,
): Promise<Participant[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.member_id, m.slack_user_id, m.display_name, m.locale, ${scheduleColumns},
           ${termsColumns(Prisma.sql`${now}::timestamptz`)},
           (SELECT coalesce(jsonb_agg(a.standard_code ORDER BY a.standard_code), '[]') FROM assignment a
             WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id AND a.until_date IS NULL) AS standards,
           (SELECT count(*)::int FROM supervision s
             WHERE s.workspace_id = m.workspace_id AND s.supervisor_id = m.member_id
               AND s.until_date IS NULL) AS team_size,
           c.next_at AS check_in_at, d.next_at AS digest_at,
           ${openUntilColumn(now)}
      FROM member m
      JOIN schedule s ON s.workspace_id = m.workspace_id
      ${preferenceJoin}
      LEFT JOIN member_schedule c
        ON c.workspace_id = m.workspace_id AND c.member_id = m.member_id AND c.kind = 'check-in'
      LEFT JOIN member_schedule d
        ON d.workspace_id = m.workspace_id AND d.member_id = m.member_id AND d.kind = 'digest'
     WHERE m.workspace_id = ${workspaceId} AND m.active
       AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)
     ORDER BY m.display_name, m.member_id`;
  return rows.map((row) => participantRow.parse(row));
}

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

/** Whose times are meant: everybody's in a workspace, or one member's. */
export interface ScheduleScope {
  readonly workspaceId: string;
  readonly slackUserId?: string | undefined;
}

/** Keeps the tick away from these times until the transaction ends. */
export async function lockMemberSchedules(tx: Queryable, scope: ScheduleScope): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id
     WHERE ms.workspace_id = ${scope.workspaceId}
       AND m.slack_user_id = coalesce(${scope.slackUserId ?? null}::text, m.slack_user_id)
     ORDER BY ms.member_id, ms.kind
       FOR UPDATE OF ms`;
}

/**
 * Replaces what is due when for everybody in the scope, in one statement. What is due already, and not yet carried
 * out, stays as it is, unless `dueToo`: a new roster must not make anybody miss this week.
 */
export async function replaceMemberSchedules(
  tx: Queryable,
  { workspaceId, slackUserId }: ScheduleScope,
  entries: readonly { memberId: string; kind: 'check-in' | 'digest'; nextAt: Date }[],
  now: Date,
  dueToo: boolean,
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS g("memberId" uuid, kind text, "nextAt" timestamptz)
    ), gone AS (
      DELETE FROM member_schedule ms
       USING member m
       WHERE ms.workspace_id = ${workspaceId}
         AND m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id
         AND m.slack_user_id = coalesce(${slackUserId ?? null}::text, m.slack_user_id)
         AND NOT EXISTS (SELECT FROM given g WHERE g."memberId" = ms.member_id AND g.kind = ms.kind)
    )
    INSERT INTO member_schedule AS ms (workspace_id, member_id, kind, next_at)
    SELECT ${workspaceId}, "memberId", kind, "nextAt" FROM given
    ON CONFLICT (workspace_id, member_id, kind) DO UPDATE SET next_at = excluded.next_at
     WHERE ${dueToo} OR ms.next_at > ${now}::timestamptz`;
}
