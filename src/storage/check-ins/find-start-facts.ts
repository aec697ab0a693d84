import { z } from 'zod';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import type { Queryable } from '../database.ts';
import { parseSchedule, scheduleColumns, scheduleRow } from '../people/schedule-rows.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';

/** What is known of somebody who wants a check-in now. */
export interface MemberToStart {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly timeZone: string;
  readonly schedule: Schedule;
  readonly hasAcknowledged: boolean;
  /** Those whose period is not over, or that still take answers; oldest first. */
  readonly checkIns: readonly CheckInForMember[];
  /** The latest periods for which it is noted that none is held. */
  readonly notHeld: readonly string[];
}

const memberRow = scheduleRow.extend({
  workspace_id: z.string(),
  own_id: z.string(),
  own_zone: z.string(),
  acknowledged: z.boolean(),
  not_held: z.array(z.string()),
  check_in_id: z.string().nullable(),
});

/**
 * The active member behind a Slack user, with the check-ins that count now; undefined for a stranger. One statement.
 * The notice counts as acknowledged from version `noticeVersion` on.
 */
export async function findMemberToStart(
  db: Queryable,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  noticeVersion: number,
  now: Date,
): Promise<MemberToStart | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${scheduleColumns}, m.member_id AS own_id, m.time_zone AS own_zone,
           EXISTS (SELECT FROM notice_acknowledgement a
                    WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id
                      AND a.version >= ${noticeVersion}) AS acknowledged,
           (SELECT coalesce(jsonb_agg(l.period), '[]')
              FROM (SELECT n.period FROM not_held n
                     WHERE n.workspace_id = m.workspace_id AND n.member_id = m.member_id
                     ORDER BY n.period DESC LIMIT 2) l) AS not_held,
           ${CHECK_IN_COLUMNS}, m.workspace_id
      FROM member m
      JOIN schedule s ON s.workspace_id = m.workspace_id
      LEFT JOIN check_in c ON c.workspace_id = m.workspace_id AND c.member_id = m.member_id
                          AND (c.closes_at > ${now}::timestamptz OR c.period_ends_at > ${now}::timestamptz)
     WHERE m.workspace_id = ${who.workspaceId} AND m.slack_user_id = ${who.slackUserId} AND m.active
     ORDER BY c.created_at`;
  const [first] = rows;
  if (first === undefined) return undefined;
  const member = memberRow.parse(first);
  return {
    workspaceId: member.workspace_id,
    memberId: member.own_id,
    timeZone: member.own_zone,
    schedule: parseSchedule(member),
    hasAcknowledged: member.acknowledged,
    checkIns: member.check_in_id === null ? [] : rows.map(parseCheckIn),
    notHeld: member.not_held,
  };
}
