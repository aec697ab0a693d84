import { z } from 'zod';
import type { Member } from '../../domain/people/member.ts';
import type { Queryable } from '../database.ts';

/** What a roster says of one person; ids are used where the person, or the link, is new. */
export type RosterMember = Omit<Member, 'workspaceId' | 'active'>;

const idRow = z.object({ slack_user_id: z.string(), member_id: z.string() });

/**
 * Creates or updates members in one statement; a language they have chosen stays. Answers the ids of all: Slack user
 * id → member id.
 */
export async function upsertMembers(
  tx: Queryable,
  workspaceId: string,
  members: readonly RosterMember[],
  now: Date,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<unknown[]>`
    INSERT INTO member (workspace_id, member_id, slack_user_id, email, display_name, time_zone, locale, role, active,
                        created_at)
    SELECT ${workspaceId}, "memberId", "slackUserId", email, "displayName", "timeZone", locale, role, true,
           ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
        AS g("memberId" uuid, "slackUserId" text, email text, "displayName" text, "timeZone" text, locale text,
             role text)
    ON CONFLICT (workspace_id, slack_user_id) DO UPDATE
       SET email = excluded.email, display_name = excluded.display_name, time_zone = excluded.time_zone,
           locale = CASE WHEN member.locale_chosen THEN member.locale ELSE excluded.locale END, role = excluded.role,
           returned_at = CASE WHEN member.active THEN member.returned_at ELSE excluded.created_at END, active = true
    RETURNING slack_user_id, member_id`;
  return new Map(
    rows.map((raw) => {
      const row = idRow.parse(raw);
      return [row.slack_user_id, row.member_id];
    }),
  );
}

/** Whose assignments and supervision are set, and from which day on, `2026-11-18`, where they are. */
interface ChangedMember {
  readonly memberId: string;
  readonly day: string;
}

/**
 * Makes each member's assignments those given: ends the others on their `day`, keeps those that stay, begins the new
 * ones. Two statements.
 */
export async function replaceAssignments(
  tx: Queryable,
  workspaceId: string,
  given: readonly { memberId: string; assignmentId: string; standardCode: string }[],
  members: readonly ChangedMember[],
): Promise<void> {
  const wanted = JSON.stringify(given);
  const changed = JSON.stringify(members);
  await tx.$executeRaw`
    UPDATE assignment a SET until_date = greatest(a.from_date, c.day)
      FROM jsonb_to_recordset(${changed}::jsonb) AS c("memberId" uuid, day date)
     WHERE a.workspace_id = ${workspaceId} AND a.member_id = c."memberId" AND a.until_date IS NULL
       AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${wanted}::jsonb) AS g("memberId" uuid, "standardCode" text)
                        WHERE g."memberId" = a.member_id AND g."standardCode" = a.standard_code)`;
  await tx.$executeRaw`
    INSERT INTO assignment (workspace_id, assignment_id, member_id, standard_code, from_date)
    SELECT ${workspaceId}, g."assignmentId", g."memberId", g."standardCode", c.day
      FROM jsonb_to_recordset(${wanted}::jsonb) AS g("memberId" uuid, "assignmentId" uuid, "standardCode" text)
      JOIN jsonb_to_recordset(${changed}::jsonb) AS c("memberId" uuid, day date) USING ("memberId")
     WHERE NOT EXISTS (SELECT FROM assignment a
                        WHERE a.workspace_id = ${workspaceId} AND a.member_id = g."memberId"
                          AND a.standard_code = g."standardCode" AND a.until_date IS NULL)`;
}

const changedRow = z.object({ member_id: z.string() });

/**
 * The same for supervision: each member has the given supervisor from their `day` on, or none. Answers the ids of those
 * whose supervisors are others by now. Two statements.
 */
export async function replaceSupervision(
  tx: Queryable,
  workspaceId: string,
  given: readonly { memberId: string; supervisionId: string; supervisorId: string }[],
  members: readonly ChangedMember[],
): Promise<string[]> {
  const wanted = JSON.stringify(given);
  const changed = JSON.stringify(members);
  const ended = await tx.$queryRaw<unknown[]>`
    UPDATE supervision s SET until_date = greatest(s.from_date, c.day)
      FROM jsonb_to_recordset(${changed}::jsonb) AS c("memberId" uuid, day date)
     WHERE s.workspace_id = ${workspaceId} AND s.member_id = c."memberId" AND s.until_date IS NULL
       AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${wanted}::jsonb) AS g("memberId" uuid, "supervisorId" uuid)
                        WHERE g."memberId" = s.member_id AND g."supervisorId" = s.supervisor_id)
    RETURNING s.member_id`;
  const begun = await tx.$queryRaw<unknown[]>`
    INSERT INTO supervision (workspace_id, supervision_id, member_id, supervisor_id, from_date)
    SELECT ${workspaceId}, g."supervisionId", g."memberId", g."supervisorId", c.day
      FROM jsonb_to_recordset(${wanted}::jsonb) AS g("memberId" uuid, "supervisionId" uuid, "supervisorId" uuid)
      JOIN jsonb_to_recordset(${changed}::jsonb) AS c("memberId" uuid, day date) USING ("memberId")
     WHERE NOT EXISTS (SELECT FROM supervision s
                        WHERE s.workspace_id = ${workspaceId} AND s.member_id = g."memberId"
                          AND s.supervisor_id = g."supervisorId" AND s.until_date IS NULL)
    RETURNING member_id`;
  return [...new Set([...ended, ...begun].map((raw) => changedRow.parse(raw).member_id))];
}

const supervisedRow = z.object({ member: z.string(), supervisor: z.string() });

/** Who supervises whom today: Slack user id → supervisor's Slack user id. */
export async function findSupervisedBy(db: Queryable, workspaceId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.slack_user_id AS member, b.slack_user_id AS supervisor
      FROM supervision s
      JOIN member m ON m.workspace_id = s.workspace_id AND m.member_id = s.member_id
      JOIN member b ON b.workspace_id = s.workspace_id AND b.member_id = s.supervisor_id
     WHERE s.workspace_id = ${workspaceId} AND s.until_date IS NULL`;
  return new Map(
    rows.map((raw) => {
      const { member, supervisor } = supervisedRow.parse(raw);
      return [member, supervisor];
    }),
  );
}
