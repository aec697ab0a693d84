import { z } from 'zod';
import { NOT_HELD_REASONS, type NotHeldReason } from '../../domain/check-in/plan-check-in.ts';
import type { Queryable } from '../database.ts';

export interface NewNotHeld {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly period: string;
  readonly reason: NotHeldReason;
}

const notedRow = z.object({ reason: z.enum(NOT_HELD_REASONS) });

/**
 * Notes periods in which members got no check-in, in one statement; a period that has one, or is noted already,
 * stays as it is. Answers the reasons of those noted.
 */
export async function insertNotHeld(
  db: Queryable,
  notHeld: readonly NewNotHeld[],
  now: Date,
): Promise<NotHeldReason[]> {
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
