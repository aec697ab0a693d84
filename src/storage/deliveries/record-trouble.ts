import type { Queryable } from '../database.ts';

export interface FailedMessage {
  readonly workspaceId: string;
  readonly deliveryId: string;
  /** Slack's error code or the kind of failure. */
  readonly reason: string;
  /** ISO week in UTC: an administrator is told of a reason once in each. */
  readonly week: string;
  /** Slack refuses this one person. */
  readonly isUnreachable: boolean;
}

/** An administrator hears of it this much later: by then it is known how many messages it concerns. */
const TOLD_AFTER_MS = 60_000;

/**
 * Counts a message that failed for good, marks the person whom Slack refuses, and at the first of its reason and
 * week queues a word to each administrator, as many as ids are given; in one statement. A word that failed itself
 * is not counted: nobody would be told of what comes after it.
 */
export async function recordTrouble(
  db: Queryable,
  failed: FailedMessage,
  ids: { readonly troubleId: string; readonly deliveryIds: readonly string[] },
  machineNow: Date,
): Promise<void> {
  const tellAt = new Date(machineNow.getTime() + TOLD_AFTER_MS);
  await db.$executeRaw`
    WITH message AS (
      SELECT d.workspace_id, d.member_id, d.kind FROM delivery d
       WHERE d.workspace_id = ${failed.workspaceId} AND d.delivery_id = ${failed.deliveryId}::uuid
    ), counted AS (
      INSERT INTO trouble AS t (workspace_id, trouble_id, reason, week, first_at, failed)
      SELECT message.workspace_id, ${ids.troubleId}::uuid, ${failed.reason}, ${failed.week}, ${machineNow}::timestamptz, 1
        FROM message WHERE message.kind <> 'delivery-trouble'
      ON CONFLICT (workspace_id, reason, week) DO UPDATE SET failed = t.failed + 1
      RETURNING workspace_id, trouble_id, failed
    ), marked AS (
      UPDATE member m
         SET unreachable_since = coalesce(m.unreachable_since, ${machineNow}::timestamptz),
             unreachable_reason = ${failed.reason}
        FROM message
       WHERE ${failed.isUnreachable} AND m.workspace_id = message.workspace_id AND m.member_id = message.member_id
    )
    INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, created_at, available_at)
    SELECT c.workspace_id, given.delivery_id, 'trouble:' || c.trouble_id || ':' || a.member_id, 'delivery-trouble',
           a.member_id, c.trouble_id, 'queued', ${machineNow}::timestamptz, ${tellAt}::timestamptz
      FROM counted c
      JOIN (SELECT m.workspace_id, m.member_id, row_number() OVER (ORDER BY m.created_at, m.member_id) AS place
              FROM member m WHERE m.workspace_id = ${failed.workspaceId} AND m.role = 'administrator' AND m.active) a
        ON a.workspace_id = c.workspace_id
      JOIN unnest(${[...ids.deliveryIds]}::uuid[]) WITH ORDINALITY AS given(delivery_id, place) ON given.place = a.place
     WHERE c.failed = 1
    ON CONFLICT (workspace_id, key) DO NOTHING`;
}
