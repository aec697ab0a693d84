import { z } from 'zod';
import type { ChosenIndicator } from '../../domain/check-in/choose-indicators.ts';
import type { CheckInFrame } from '../../domain/check-in/plan-check-in.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { newestRevisions } from '../ratings/newest-revisions.ts';

export interface NewCheckIn extends CheckInFrame {
  readonly workspaceId: string;
  readonly checkInId: string;
  readonly memberId: string;
  readonly deliveryId: string;
  /** When the first reminder comes unasked; undefined: none does. */
  readonly remindAt: Date | undefined;
  /** The member asked for it, and gets it on any day. */
  readonly asked: boolean;
  readonly items: readonly ChosenIndicator[];
}

const insertedRow = z.object({ workspace_id: z.string(), check_in_id: z.string() });

/**
 * Creates check-ins with their items, each with the member's latest score of it, and the deliveries that announce them,
 * in one statement; a member who has one for the period already, or for whom it is noted as not held, gets nothing.
 * Answers the ids of those created.
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
             "periodEndsAt" timestamptz, "closesAt" timestamptz, "remindAt" timestamptz, asked boolean, items jsonb)
    ), made AS (
      INSERT INTO check_in (workspace_id, check_in_id, member_id, period, created_at, period_ends_at, closes_at, turns_at,
                            remind_at)
      SELECT "workspaceId", "checkInId", "memberId", period, ${now}::timestamptz, "periodEndsAt", "closesAt",
             least("periodEndsAt", "closesAt"), "remindAt"
        FROM given g
       WHERE NOT EXISTS (SELECT FROM not_held n
                          WHERE n.workspace_id = g."workspaceId" AND n.member_id = g."memberId" AND n.period = g.period)
      ON CONFLICT (workspace_id, member_id, period) DO NOTHING
      RETURNING workspace_id, check_in_id, member_id
    ), asked AS (
      SELECT m.workspace_id, m.check_in_id, m.member_id, e.ordinality - 1 AS position,
             e.value->>'standardCode' AS standard_code, e.value->>'indicatorCode' AS indicator_code,
             e.value->'chosen'->>'because' AS because, (e.value->'chosen'->>'lastAskedAt')::timestamptz AS last_asked_at
        FROM made m
        JOIN given g ON g."workspaceId" = m.workspace_id AND g."checkInId" = m.check_in_id
       CROSS JOIN LATERAL jsonb_array_elements(g.items) WITH ORDINALITY e
    ), current AS (
      ${newestRevisions(Prisma.sql`
        JOIN asked a ON a.workspace_id = r.workspace_id AND a.member_id = r.member_id
                    AND a.standard_code = r.standard_code AND a.indicator_code = r.indicator_code`)}
    ), previous AS (
      SELECT DISTINCT ON (workspace_id, member_id, standard_code, indicator_code) *
        FROM current
       WHERE kind = 'score'
       ORDER BY workspace_id, member_id, standard_code, indicator_code, action_ts DESC
    ), items AS (
      INSERT INTO check_in_item (workspace_id, check_in_id, position, standard_code, indicator_code, chosen_because,
                                 last_asked_at, previous_score, previous_at)
      SELECT a.workspace_id, a.check_in_id, a.position, a.standard_code, a.indicator_code, a.because, a.last_asked_at,
             p.score, p.answered_at
        FROM asked a
        LEFT JOIN previous p ON p.workspace_id = a.workspace_id AND p.member_id = a.member_id
                            AND p.standard_code = a.standard_code AND p.indicator_code = a.indicator_code
    ), deliveries AS (
      INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, created_at, available_at,
                            asked)
      SELECT m.workspace_id, g."deliveryId", 'check-in:' || m.check_in_id, 'check-in', g."memberId", m.check_in_id,
             'queued', ${now}::timestamptz, 'epoch', g.asked
        FROM made m
        JOIN given g ON g."workspaceId" = m.workspace_id AND g."checkInId" = m.check_in_id
    )
    SELECT workspace_id, check_in_id FROM made`;
  return rows.map((raw) => insertedRow.parse(raw).check_in_id);
}
