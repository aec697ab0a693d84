import { z } from 'zod';
import { NOT_HELD_REASONS, type NotHeldReason } from '../../domain/check-in/plan-check-in.ts';
import type { Queryable } from '../database.ts';

/** Why none was held: what the calendar says, or that the notice had not been read by the period's end. */
type NotedReason = NotHeldReason | 'not-acknowledged';

export interface NewNotHeld {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly period: string;
  readonly reason: NotedReason;
}

const notedRow = z.object({ reason: z.enum([...NOT_HELD_REASONS, 'not-acknowledged']) });

/**
 * Notes periods in which members got no check-in, in one statement; a period that has one, or is noted already,
 * stays as it is. Answers the reasons of those noted.
 */
export async function insertNotHeld(
  db: Queryable,
  notHeld: readonly NewNotHeld[],
  now: Date,
): Promise<NotedReason[]> {
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO not_held (workspace_id, member_id, period, reason, noted_at)
    SELECT "workspaceId", "memberId", period, reason, ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(notHeld)}::jsonb)
        AS g("workspaceId" text, "memberId" uuid, period text, reason text)
     WHERE NOT EXISTS (SELECT FROM check_in c
                        WHERE c.workspace_id = g."workspaceId" AND c.member_id = g."memberId" AND c.period = g.period)
    ON CONFLICT (workspace_id, member_id, period) DO NOTHING
    RETURNING reason`;
  return rows.map((raw) => notedRow.parse(raw).reason);
}
