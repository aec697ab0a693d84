import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { isNoticeOf } from './notice-keys.ts';

export interface NewNotice {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly deliveryId: string;
  /** The period whose check-in waits for it. */
  readonly period: string;
}

const insertedRow = z.object({ state: z.string() });

/**
 * Queues the notice to members whose check-in waits for it, in one statement; whoever was sent this version in
 * `atMost` periods already is not sent it again, and the delivery is there, cancelled, as the mark of the period.
 * Answers how many were queued.
 */
export async function insertNotices(
  db: Queryable,
  notices: readonly NewNotice[],
  { version, atMost, now }: { readonly version: number; readonly atMost: number; readonly now: Date },
): Promise<number> {
  const theirs = isNoticeOf(Prisma.sql`g."workspaceId"`, Prisma.sql`g."memberId"`, version);
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, reason, created_at,
                          available_at)
    SELECT g."workspaceId", g."deliveryId", 'notice:' || g."memberId" || ':' || ${version}::text || ':' || g.period,
           'notice', g."memberId", g."memberId",
           CASE WHEN told.often < ${atMost} THEN 'queued' ELSE 'cancelled' END,
           CASE WHEN told.often < ${atMost} THEN NULL ELSE 'told-enough' END, ${now}::timestamptz, 'epoch'
      FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
        AS g("workspaceId" text, "memberId" uuid, "deliveryId" uuid, period text)
     CROSS JOIN LATERAL (SELECT count(*)::int AS often FROM delivery d WHERE ${theirs}) told
    ON CONFLICT (workspace_id, key) DO NOTHING
    RETURNING state`;
  return rows.filter((row) => insertedRow.parse(row).state === 'queued').length;
}
