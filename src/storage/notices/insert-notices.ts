import { z } from 'zod';
import { REVIVED_FROM } from '../../domain/delivery/delivery.ts';
import type { Queryable } from '../database.ts';
import { QUEUED_ANEW } from '../deliveries/queued-anew.ts';
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

/** On a wish, what is not on its way goes out after all, on any day. */
const AFTER_ALL = Prisma.sql`
  UPDATE SET ${QUEUED_ANEW}, asked = true
   WHERE d.state = 'sending' OR d.state = ANY(${[...REVIVED_FROM.wish]})`;

/**
 * Queues the notice to members whose check-in waits for it, in one statement. Whoever was sent this version unasked in
 * `atMost` periods already is not sent it again, and the delivery is there, cancelled, as the mark of the period;
 * whoever has `asked` for a check-in is sent it in any case, once a period. Answers how many were queued.
 */
export async function insertNotices(
  db: Queryable,
  notices: readonly NewNotice[],
  {
    version,
    atMost,
    asked,
    now,
  }: { readonly version: number; readonly atMost: number; readonly asked: boolean; readonly now: Date },
): Promise<number> {
  const theirs = isNoticeOf(Prisma.sql`g."workspaceId"`, Prisma.sql`g."memberId"`, version);
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO delivery AS d (workspace_id, delivery_id, key, kind, member_id, subject_id, state, reason, created_at,
                          available_at, asked)
    SELECT g."workspaceId", g."deliveryId", 'notice:' || g."memberId" || ':' || ${version}::text || ':' || g.period,
           'notice', g."memberId", g."memberId",
           CASE WHEN ${asked} OR told.often < ${atMost} THEN 'queued' ELSE 'cancelled' END,
           CASE WHEN ${asked} OR told.often < ${atMost} THEN NULL ELSE 'told-enough' END, ${now}::timestamptz, 'epoch',
           ${asked}
      FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
        AS g("workspaceId" text, "memberId" uuid, "deliveryId" uuid, period text)
     CROSS JOIN LATERAL (SELECT count(*)::int AS often FROM delivery d WHERE NOT d.asked AND ${theirs}) told
    ON CONFLICT (workspace_id, key) DO ${asked ? AFTER_ALL : Prisma.sql`NOTHING`}
    RETURNING state`;
  return rows.filter((row) => insertedRow.parse(row).state === 'queued').length;
}
