import { CHECK_IN_COLUMNS } from '../check-ins/check-in-rows.ts';
import { CANDIDATE_COLUMNS, CANDIDATE_TABLES } from '../check-ins/find-candidates.ts';
import { currentCheckIns, hasAcknowledged, NOT_HELD } from '../check-ins/start-columns.ts';
import type { Queryable } from '../database.ts';
import { epochMsOf } from '../epoch-ms.ts';
import { Prisma } from '../generated/client.ts';
import { localDate } from '../people/holds-on.ts';
import { preferenceJoin, termsColumns, wakesAtColumn } from '../people/member-terms.ts';
import { scheduleColumns } from '../people/schedule-rows.ts';
import { newestRevisions } from '../ratings/newest-revisions.ts';
import { evidenceObject, noteObject } from './entry-rows.ts';
import { type HomeFacts, parseHome } from './home-rows.ts';

/** Notes and pieces of evidence that are shown of each; the rest are counted. */
const SHOWN = 10;

/** Days with their end, of what a member has for a time. */
const SPAN = Prisma.sql`'from', to_char(x.from_date, 'YYYY-MM-DD'), 'until', to_char(x.until_date, 'YYYY-MM-DD')`;

const SUPERVISORS = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('name', b.display_name, ${SPAN}) ORDER BY b.display_name), '[]')
     FROM supervision x
     JOIN member b ON b.workspace_id = x.workspace_id AND b.member_id = x.supervisor_id AND b.active
    WHERE x.workspace_id = m.workspace_id AND x.member_id = m.member_id)`;

const TEAM = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object(${SPAN})), '[]')
     FROM supervision x
     JOIN member b ON b.workspace_id = x.workspace_id AND b.member_id = x.member_id AND b.active
    WHERE x.workspace_id = m.workspace_id AND x.supervisor_id = m.member_id)`;

const LEAVES = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('leaveId', x.leave_id, ${SPAN}) ORDER BY x.from_date, x.leave_id), '[]')
     FROM leave x WHERE x.workspace_id = m.workspace_id AND x.member_id = m.member_id)`;

/** What stands now of every item that was ever answered, oldest first. */
const READINGS = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_array(r.standard_code, r.indicator_code, r.score, ${epochMsOf(Prisma.sql`r.answered_at`)})
                             ORDER BY r.action_ts), '[]')
     FROM (${newestRevisions(Prisma.sql`WHERE r.workspace_id = m.workspace_id AND r.member_id = m.member_id`)}) r
    WHERE r.kind <> 'taken-back')`;

/** When each indicator was last in a check-in, answered or not. */
const SHOWN_AT = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_array(l.standard_code, l.indicator_code, ${epochMsOf(Prisma.sql`l.at`)})), '[]')
     FROM (SELECT i.standard_code, i.indicator_code, max(k.created_at) AS at
             FROM check_in k
             JOIN check_in_item i ON i.workspace_id = k.workspace_id AND i.check_in_id = k.check_in_id
            WHERE k.workspace_id = m.workspace_id AND k.member_id = m.member_id
            GROUP BY i.standard_code, i.indicator_code) l)`;

const NOTES = Prisma.sql`
  (SELECT coalesce(jsonb_agg(${noteObject} ORDER BY n.changed_at DESC, n.note_id), '[]')
     FROM (SELECT * FROM note o
            WHERE o.workspace_id = m.workspace_id AND o.member_id = m.member_id
            ORDER BY o.changed_at DESC, o.note_id LIMIT ${SHOWN}) n)`;

const EVIDENCE = Prisma.sql`
  (SELECT coalesce(jsonb_agg(${evidenceObject} ORDER BY e.created_at DESC, e.evidence_id), '[]')
     FROM (SELECT * FROM evidence o
            WHERE o.workspace_id = m.workspace_id AND o.member_id = m.member_id
            ORDER BY o.created_at DESC, o.evidence_id LIMIT ${SHOWN}) e)`;

/**
 * Everything Home shows of the person behind a Slack user, in one statement; undefined only for an unknown
 * workspace. The notice counts as acknowledged from version `noticeVersion` on.
 */
export async function findHome(
  db: Queryable,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  noticeVersion: number,
  now: Date,
): Promise<HomeFacts | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH given AS (
      SELECT o.workspace_id AS "workspaceId", o.member_id AS "memberId",
             ${localDate('o', now)} AS day
        FROM member o
       WHERE o.workspace_id = ${who.workspaceId} AND o.slack_user_id = ${who.slackUserId} AND o.active
    ), ${CANDIDATE_TABLES}
      SELECT ${CHECK_IN_COLUMNS}, w.target, w.contact AS workspace_contact, ${scheduleColumns},
             ${CANDIDATE_COLUMNS}, ${termsColumns(Prisma.sql`${now}::timestamptz`)},
             ${SUPERVISORS} AS own_supervisors, ${TEAM} AS team, ${LEAVES} AS leaves, ${NOT_HELD} AS not_held, ${wakesAtColumn},
             ${READINGS} AS readings, ${SHOWN_AT} AS shown_at, ${NOTES} AS notes, ${EVIDENCE} AS evidence,
             (SELECT count(*)::int FROM note n
               WHERE n.workspace_id = m.workspace_id AND n.member_id = m.member_id) AS notes_total,
             (SELECT count(*)::int FROM evidence e
               WHERE e.workspace_id = m.workspace_id AND e.member_id = m.member_id) AS evidence_total,
             ${hasAcknowledged(noticeVersion)} AS acknowledged
        FROM workspace w
        JOIN schedule s ON s.workspace_id = w.workspace_id
        LEFT JOIN given d ON d."workspaceId" = w.workspace_id
        LEFT JOIN member m ON m.workspace_id = d."workspaceId" AND m.member_id = d."memberId"
        ${preferenceJoin}
        ${currentCheckIns(now)}
       WHERE w.workspace_id = ${who.workspaceId}
     ORDER BY c.created_at`;
  return parseHome(rows);
}
