import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';

/** A row of a table as it is stored, without the workspace; times are ISO 8601 in UTC. */
const record = z.record(z.string(), z.unknown());
const records = z.array(record);

const aboutIndicator = z.looseObject({ standard_code: z.string(), indicator_code: z.string() });

const revision = aboutIndicator.extend({
  check_in_id: z.string(),
  position: z.int(),
  period: z.string(),
  kind: z.enum(['score', 'no-opportunity', 'taken-back']),
  score: z.int().nullable(),
  answered_at: z.string(),
  late: z.boolean(),
  edited: z.boolean(),
});

const ownData = z.object({
  profile: record,
  assignments: records,
  supervisors: records,
  team: records,
  preferences: records,
  leave: records,
  focus: z.array(aboutIndicator),
  planned: records,
  notices_acknowledged: records,
  periods_not_held: records,
  check_ins: z.array(z.looseObject({ items: z.array(aboutIndicator) })),
  answers: z.array(revision),
  notes: z.array(aboutIndicator),
  evidence: z.array(aboutIndicator),
  digests: records,
  messages: records,
});

/** Everything that is stored about one member. */
export type OwnData = z.infer<typeof ownData>;

/** The rows of a table that are a member's, in the order of `by`; `column` says whose they are. */
function rowsOf(table: string, by: string, column = 'member_id'): Prisma.Sql {
  const [name, order, owner] = [table, by, column].map((word) => Prisma.raw(word));
  return Prisma.sql`
    (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'workspace_id' ORDER BY ${order}), '[]')
       FROM ${name} x WHERE x.workspace_id = m.workspace_id AND x.${owner} = m.member_id)`;
}

/** Everything stored about the active member behind a Slack user, in one statement; undefined for a stranger. */
export async function findOwnData(
  db: Queryable,
  { workspaceId, slackUserId }: { readonly workspaceId: string; readonly slackUserId: string },
): Promise<OwnData | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT to_jsonb(m) AS profile,
           ${rowsOf('assignment', 'x.from_date, x.standard_code')} AS assignments,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('supervisor', b.display_name, 'from_date', x.from_date,
                     'until_date', x.until_date) ORDER BY x.from_date, b.display_name), '[]')
              FROM supervision x
              JOIN member b ON b.workspace_id = x.workspace_id AND b.member_id = x.supervisor_id
             WHERE x.workspace_id = m.workspace_id AND x.member_id = m.member_id) AS supervisors,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('member', b.display_name, 'from_date', x.from_date,
                     'until_date', x.until_date) ORDER BY x.from_date, b.display_name), '[]')
              FROM supervision x
              JOIN member b ON b.workspace_id = x.workspace_id AND b.member_id = x.member_id
             WHERE x.workspace_id = m.workspace_id AND x.supervisor_id = m.member_id) AS team,
           ${rowsOf('member_preference', 'x.member_id')} AS preferences,
           ${rowsOf('leave', 'x.from_date')} AS leave,
           ${rowsOf('focus', 'x.set_at')} AS focus,
           ${rowsOf('member_schedule', 'x.next_at')} AS planned,
           ${rowsOf('notice_acknowledgement', 'x.version')} AS notices_acknowledged,
           ${rowsOf('not_held', 'x.period')} AS periods_not_held,
           (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'workspace_id' || jsonb_build_object('items',
                     (SELECT coalesce(jsonb_agg(to_jsonb(i) - 'workspace_id' ORDER BY i.position), '[]')
                        FROM check_in_item i
                       WHERE i.workspace_id = x.workspace_id AND i.check_in_id = x.check_in_id))
                   ORDER BY x.period), '[]')
              FROM check_in x WHERE x.workspace_id = m.workspace_id AND x.member_id = m.member_id) AS check_ins,
           (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'workspace_id' || jsonb_build_object('period', c.period)
                   ORDER BY x.action_ts), '[]')
              FROM rating x
              JOIN check_in c ON c.workspace_id = x.workspace_id AND c.check_in_id = x.check_in_id
             WHERE x.workspace_id = m.workspace_id AND x.member_id = m.member_id) AS answers,
           ${rowsOf('note', 'x.created_at')} AS notes,
           ${rowsOf('evidence', 'x.created_at')} AS evidence,
           ${rowsOf('digest', 'x.period', 'supervisor_id')} AS digests,
           ${rowsOf('delivery', 'x.created_at')} AS messages
      FROM member m
     WHERE m.workspace_id = ${workspaceId} AND m.slack_user_id = ${slackUserId} AND m.active`;
  return rows.map((row) => ownData.parse(row))[0];
}
