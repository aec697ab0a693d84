import { z } from 'zod';
import { LOCALES } from '../../domain/people/locale.ts';
import { type Member, ROLES } from '../../domain/people/member.ts';
import type { Queryable } from '../database.ts';
import { holdsOn, localDate } from './holds-on.ts';

/** The columns of a member. */
export const memberRow = z.object({
  workspace_id: z.string(),
  member_id: z.string(),
  slack_user_id: z.string(),
  email: z.string().nullable(),
  display_name: z.string(),
  time_zone: z.string(),
  locale: z.enum(LOCALES),
  role: z.enum(ROLES),
  active: z.boolean(),
});

export function toMember(row: z.infer<typeof memberRow>): Member {
  return {
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    slackUserId: row.slack_user_id,
    email: row.email ?? undefined,
    displayName: row.display_name,
    timeZone: row.time_zone,
    locale: row.locale,
    role: row.role,
    active: row.active,
  };
}

/** A member with the standards they work to on a day. */
export interface MemberWithStandards {
  readonly member: Member;
  readonly standardCodes: readonly string[];
}

const withStandards = z.looseObject({ standards: z.array(z.string()) });

/** The active member behind a Slack user, or undefined for a stranger. `day` is `2026-11-18`. */
export async function findMemberBySlackId(
  db: Queryable,
  workspaceId: string,
  slackUserId: string,
  now: Date,
): Promise<MemberWithStandards | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.workspace_id, m.member_id, m.slack_user_id, m.email, m.display_name, m.time_zone, m.locale, m.role,
           m.active,
           (SELECT coalesce(jsonb_agg(a.standard_code ORDER BY a.from_date, a.standard_code), '[]')
              FROM assignment a
             WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id
               AND ${holdsOn('a', localDate('m', now))}) AS standards
      FROM member m
     WHERE m.workspace_id = ${workspaceId} AND m.slack_user_id = ${slackUserId} AND m.active`;
  return rows.map((row) => ({
    member: toMember(memberRow.parse(row)),
    standardCodes: withStandards.parse(row).standards,
  }))[0];
}

/** Tells every process that what it remembers of a workspace's members is out of date. */
export const MEMBERS_CHANGED = 'members_changed';

export async function notifyMembersChanged(tx: Queryable, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${MEMBERS_CHANGED}, ${workspaceId})`;
}
