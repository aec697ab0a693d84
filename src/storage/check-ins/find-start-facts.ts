import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import {
  type MemberTerms,
  parseTerms,
  preferenceJoin,
  termsColumns,
  termsRow,
  wakesAtColumn,
} from '../people/member-terms.ts';
import { scheduleColumns } from '../people/schedule-rows.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';
import { currentCheckIns, hasAcknowledged, NOT_HELD } from './start-columns.ts';

/** What is known of somebody who wants a check-in now. */
export interface MemberToStart extends MemberTerms {
  readonly memberId: string;
  readonly hasAcknowledged: boolean;
  /** Those whose period is not over, or that still take answers; oldest first. */
  readonly checkIns: readonly CheckInForMember[];
  /** The latest periods for which it is noted that none is held. */
  readonly notHeld: readonly string[];
  /** When the tick looks after them next; undefined: it is not to yet. */
  readonly wakesAt: Date | undefined;
}

const memberRow = termsRow.extend({
  own_id: z.string(),
  acknowledged: z.boolean(),
  not_held: z.array(z.string()),
  check_in_id: z.string().nullable(),
  wakes_at: z.date().nullable(),
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
    SELECT ${CHECK_IN_COLUMNS}, ${scheduleColumns}, m.member_id AS own_id, ${wakesAtColumn},
           ${hasAcknowledged(noticeVersion)} AS acknowledged, ${NOT_HELD} AS not_held,
           ${termsColumns(Prisma.sql`${now}::timestamptz`)}
      FROM member m
      JOIN schedule s ON s.workspace_id = m.workspace_id
      ${preferenceJoin}
      ${currentCheckIns(now)}
     WHERE m.workspace_id = ${who.workspaceId} AND m.slack_user_id = ${who.slackUserId} AND m.active
     ORDER BY c.created_at`;
  const [first] = rows;
  if (first === undefined) return undefined;
  const member = memberRow.parse(first);
  return {
    ...parseTerms(member),
    memberId: member.own_id,
    hasAcknowledged: member.acknowledged,
    checkIns: member.check_in_id === null ? [] : rows.map(parseCheckIn),
    notHeld: member.not_held,
    wakesAt: member.wakes_at ?? undefined,
  };
}
