import { z } from 'zod';
import type { ChosenIndicator } from '../../domain/check-in/choose-indicators.ts';
import type { CheckInFrame } from '../../domain/check-in/plan-check-in.ts';
import type { Queryable } from '../database.ts';

export interface NewCheckIn extends CheckInFrame {
  readonly workspaceId: string;
  readonly checkInId: string;
  readonly memberId: string;
  readonly deliveryId: string;
  readonly items: readonly ChosenIndicator[];
}

const insertedRow = z.object({ workspace_id: z.string(), check_in_id: z.string() });

/**
 * Creates check-ins with their items and the deliveries that announce them, in one statement; a member who has
 * one for the period already, or for whom it is noted as not held, gets nothing. Answers the ids of those created.
 */
export async function insertCheckIns(
  db: Queryable,
  checkIns: readonly NewCheckIn[],
  now: Date,
): Promise<string[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(checkIns)}::jsonb)
        AS g("workspaceId" text, "checkInId" uuid, "memberId" uuid, "deliveryId" uuid, period text,
             "periodEndsAt" timestamptz, "closesAt" timestamptz, items jsonb)
    ), made AS (
      INSERT INTO check_in (workspace_id, check_in_id, member_id, period, created_at, period_ends_at, closes_at)
      SELECT "workspaceId", "checkInId", "memberId", period, ${now}::timestamptz, "periodEndsAt", "closesAt"
        FROM given g
       WHERE NOT EXISTS (SELECT FROM not_held n
                          WHERE n.workspace_id = g."workspaceId" AND n.member_id = g."memberId" AND n.period = g.period)
      ON CONFLICT (workspace_id, member_id, period) DO NOTHING
      RETURNING workspace_id, check_in_id
    ), items AS (
      INSERT INTO check_in_item (workspace_id, check_in_id, position, standard_code, indicator_code, chosen_because,
                                 last_asked_at)
      SELECT m.workspace_id, m.check_in_id, e.ordinality - 1, e.value->>'standardCode', e.value->>'indicatorCode',
             e.value->'chosen'->>'because', (e.value->'chosen'->>'lastAskedAt')::timestamptz
        FROM made m
        JOIN given g ON g."workspaceId" = m.workspace_id AND g."checkInId" = m.check_in_id
       CROSS JOIN LATERAL jsonb_array_elements(g.items) WITH ORDINALITY e
    ), deliveries AS (
      INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, created_at, available_at)
      SELECT m.workspace_id, g."deliveryId", 'check-in:' || m.check_in_id, 'check-in', g."memberId", m.check_in_id,
             'queued', ${now}::timestamptz, 'epoch'
        FROM made m
        JOIN given g ON g."workspaceId" = m.workspace_id AND g."checkInId" = m.check_in_id
    )
    SELECT workspace_id, check_in_id FROM made`;
  return rows.map((raw) => insertedRow.parse(raw).check_in_id);
}
