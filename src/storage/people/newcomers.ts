import { z } from 'zod';
import type { Queryable } from '../database.ts';

/**
 * Queues a line about somebody who joined to the active administrators, or where there are none to HR, as many as ids
 * are given; once to each. Nothing is stored of the newcomer but their Slack id, in the delivery's key. Answers how
 * many were queued.
 */
export async function insertNewcomerDeliveries(
  db: Queryable,
  { workspaceId, slackUserId }: { readonly workspaceId: string; readonly slackUserId: string },
  deliveryIds: readonly string[],
  now: Date,
): Promise<number> {
  return await db.$executeRaw`
    INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, created_at, available_at)
    SELECT ${workspaceId}, given.delivery_id, 'newcomer:' || ${slackUserId}::text || ':' || a.member_id, 'newcomer',
           a.member_id, given.delivery_id, 'queued', ${now}::timestamptz, 'epoch'
      FROM (SELECT m.member_id, rank() OVER (ORDER BY m.role <> 'administrator') AS choice,
                   row_number() OVER (ORDER BY m.role <> 'administrator', m.created_at, m.member_id) AS place
              FROM member m
             WHERE m.workspace_id = ${workspaceId} AND m.active AND m.role IN ('administrator', 'hr')) a
      JOIN unnest(${[...deliveryIds]}::uuid[]) WITH ORDINALITY AS given(delivery_id, place) ON given.place = a.place
     WHERE a.choice = 1
    ON CONFLICT (workspace_id, key) DO NOTHING`;
}

/** Somebody who joined, by the delivery that says so. */
export interface Newcomer {
  readonly deliveryId: string;
  readonly slackUserId: string;
  /** Somebody has added them meanwhile. */
  readonly isMember: boolean;
}

const newcomerRow = z
  .object({ delivery_id: z.string(), slack_user_id: z.string(), is_member: z.boolean() })
  .transform(
    (row): Newcomer => ({
      deliveryId: row.delivery_id,
      slackUserId: row.slack_user_id,
      isMember: row.is_member,
    }),
  );

/** Whom these deliveries are about; one statement. */
export async function findNewcomers(
  db: Queryable,
  workspaceId: string,
  deliveryIds: readonly string[],
): Promise<Newcomer[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT d.delivery_id, split_part(d.key, ':', 2) AS slack_user_id,
           EXISTS (SELECT FROM member m
                    WHERE m.workspace_id = d.workspace_id AND m.slack_user_id = split_part(d.key, ':', 2)) AS is_member
      FROM delivery d
     WHERE d.workspace_id = ${workspaceId} AND d.delivery_id = ANY(${[...deliveryIds]}::uuid[]) AND d.kind = 'newcomer'`;
  return rows.map((row) => newcomerRow.parse(row));
}
