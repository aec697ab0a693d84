import { z } from 'zod';
import type { Rating } from '../../domain/check-in/rating.ts';
import { MOVES } from '../../domain/delivery/delivery.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, type MessagePlace, parseCheckIn } from './check-in-rows.ts';
import { type DrawingTimes, isFreeToDraw, takeDrawing } from './drawing.ts';

/** One tap, as it arrives. Everything but the tapper's identity and the time is only a claim. */
export interface Tap {
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly checkInId: string;
  readonly position: number;
  /** `undefined` takes the answer back. */
  readonly answer: Rating | undefined;
  /** Slack's `action_ts`, `1764129600.000100`: orders taps whatever order they arrive in. */
  readonly actionTs: string;
  /** The message that was tapped: it is there, whatever became of the answer to its sending. */
  readonly place?: MessagePlace | undefined;
}

export type RecordedTap =
  | {
      readonly outcome: 'saved' | 'closed' | 'item-closed';
      readonly state: CheckInForMember;
      /** This tap may draw: nobody else is drawing the check-in now, and nobody will until it says that it is done. */
      readonly mayDraw: boolean;
    }
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'unknown' };

/** What the answer is made of, whichever of two places it comes from. */
const STATE = Prisma.sql`
  workspace_id, check_in_id, member_id, period, created_at, period_ends_at, closes_at, version, answers, reopened,
  skipped_at, remind_at, remind_asked`;

const outcomeRow = z.looseObject({
  outcome: z.enum(['saved', 'closed', 'item-closed', 'not-yours']),
  free: z.boolean(),
  settled: z.boolean(),
});

/**
 * Saves a tap and answers the whole check-in as it then is, in one statement.
 *
 * The row of the check-in is locked first, which orders concurrent taps, and is read as it is then: a statement's
 * own snapshot would show a tap that had to wait the state before the one it waited for. The appended revision is
 * part of the same statement. An older tap that arrives late is kept in the history and changes nothing else; the
 * same tap again, or the same answer again, is the same state and adds no revision; taking back what was never
 * answered is remembered for its place in the order, and adds none either. Where such a tap without a revision is
 * newer than one that arrives late with another answer, it gets its revision then: the history's newest is always
 * the current answer.
 *
 * The item is locked with it, so that one that is closed meanwhile takes no answer. Whoever answers has not skipped the
 * check-in, whatever they said before.
 *
 * The tap also takes the right to draw, where it is free, until `drawingUntil` (machine time), and settles the
 * delivery of the message it was made on: somebody who taps it sees it.
 */
export async function recordRating(
  db: Queryable,
  tap: Tap,
  {
    ratingId,
    reaffirmedId,
    ...times
  }: DrawingTimes & { readonly ratingId: string; readonly reaffirmedId: string },
): Promise<RecordedTap> {
  const { now, machineNow } = times;
  const position = String(tap.position);
  const answer = JSON.stringify(tap.answer ?? null);
  const kind = kindOf(tap.answer);
  const score = typeof tap.answer === 'number' ? tap.answer : null;
  const channel = tap.place?.channel ?? null;
  const ts = tap.place?.ts ?? null;
  const rows = await db.$queryRaw<unknown[]>`
    WITH found AS (
      SELECT c.*, m.slack_user_id = ${tap.slackUserId} AND m.active AS mine,
             c.closes_at > ${now}::timestamptz AND i.closed_at IS NULL AS open,
             c.closes_at > ${now}::timestamptz AND i.closed_at IS NULL
               AND (c.answers->${position} IS NULL
                    OR (c.answers->${position}->>'actionTs')::numeric < ${tap.actionTs}::numeric) AS accepted,
             ${isFreeToDraw('c', times)} AS free,
             i.standard_code, i.indicator_code
        FROM check_in c
        JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id
        JOIN check_in_item i ON i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
                            AND i.position = ${tap.position}
       WHERE c.workspace_id = ${tap.workspaceId} AND c.check_in_id = ${tap.checkInId}::uuid
         FOR UPDATE OF c FOR SHARE OF i
    ), changed AS (
      UPDATE check_in c
         SET version = c.version
               + CASE WHEN f.accepted AND (c.answers->${position}->'answer' IS DISTINCT FROM ${answer}::jsonb
                                            OR c.skipped_at IS NOT NULL) THEN 1 ELSE 0 END,
             ${takeDrawing('c', times)},
             skipped_at = CASE WHEN NOT f.accepted OR ${kind}::text = 'taken-back' THEN c.skipped_at END,
             skip_reason = CASE WHEN NOT f.accepted OR ${kind}::text = 'taken-back' THEN c.skip_reason END,
             answers = CASE WHEN NOT f.accepted THEN c.answers ELSE jsonb_set(c.answers, ARRAY[${position}],
               CASE WHEN c.answers->${position}->'answer' = ${answer}::jsonb
                 THEN (c.answers->${position}) || jsonb_build_object('actionTs', ${tap.actionTs}::text)
                 ELSE jsonb_build_object('answer', ${answer}::jsonb, 'actionTs', ${tap.actionTs}::text,
                        'ratingId', ${ratingId}::text,
                        'revisions', coalesce((c.answers->${position}->>'revisions')::int, 0)
                          + CASE WHEN c.answers->${position} IS NULL AND ${kind}::text = 'taken-back' THEN 0 ELSE 1 END)
               END) END
        FROM found f
       WHERE c.workspace_id = f.workspace_id AND c.check_in_id = f.check_in_id AND f.mine
      RETURNING c.*
    ), revision AS (
      INSERT INTO rating (workspace_id, rating_id, check_in_id, position, member_id, standard_code, indicator_code,
                          kind, score, action_ts, answered_at, late, edited)
      SELECT f.workspace_id, ${ratingId}::uuid, f.check_in_id, ${tap.position}, f.member_id, f.standard_code,
             f.indicator_code, ${kind}::text, ${score}::smallint, ${tap.actionTs}::numeric, ${now}::timestamptz,
             f.period_ends_at <= ${now}::timestamptz,
             NOT f.accepted OR (ch.answers->${position}->>'revisions')::int > 1
        FROM found f JOIN changed ch ON true
       WHERE f.open
         AND CASE WHEN f.accepted
               THEN ch.answers->${position}->>'ratingId' = ${ratingId}::text
                    AND (ch.answers->${position}->>'revisions')::int > 0
               ELSE ${kind}::text <> 'taken-back' OR f.answers->${position} IS NOT NULL
             END
      ON CONFLICT (workspace_id, check_in_id, position, action_ts) DO NOTHING
    ), reaffirmed AS (
      INSERT INTO rating (workspace_id, rating_id, check_in_id, position, member_id, standard_code, indicator_code,
                          kind, score, action_ts, answered_at, late, edited)
      SELECT f.workspace_id, ${reaffirmedId}::uuid, f.check_in_id, ${tap.position}, f.member_id, f.standard_code,
             f.indicator_code,
             CASE jsonb_typeof(f.answers->${position}->'answer')
               WHEN 'number' THEN 'score' WHEN 'string' THEN 'no-opportunity' ELSE 'taken-back' END,
             CASE jsonb_typeof(f.answers->${position}->'answer')
               WHEN 'number' THEN (f.answers->${position}->>'answer')::smallint END,
             (f.answers->${position}->>'actionTs')::numeric, ${now}::timestamptz,
             f.period_ends_at <= ${now}::timestamptz, true
        FROM found f
        LEFT JOIN rating r ON r.workspace_id = f.workspace_id
                          AND r.rating_id = (f.answers->${position}->>'ratingId')::uuid
       WHERE f.mine AND f.open AND NOT f.accepted
         AND (f.answers->${position}->>'actionTs')::numeric > ${tap.actionTs}::numeric
         AND f.answers->${position}->'answer' <> ${answer}::jsonb
         AND coalesce(r.action_ts, 0) < ${tap.actionTs}::numeric
      ON CONFLICT (workspace_id, check_in_id, position, action_ts) DO NOTHING
    ), settled AS (
      UPDATE delivery d
         SET state = 'sent', channel = ${channel}::text, ts = ${ts}::text, reason = NULL, claimed_by = NULL,
             sent_at = coalesce(d.sent_at, ${machineNow}::timestamptz),
             reached_at = coalesce(d.reached_at, ${now}::timestamptz)
        FROM found f
       WHERE f.mine AND ${ts}::text IS NOT NULL
         AND d.workspace_id = f.workspace_id AND d.key = 'check-in:' || f.check_in_id
         AND (d.state = ANY(${[...MOVES.sent]}) OR (d.state = 'sent' AND d.ts::numeric < ${ts}::numeric))
      RETURNING d.delivery_id
    )
    SELECT CASE WHEN NOT f.mine THEN 'not-yours' WHEN f.open THEN 'saved'
                WHEN f.closes_at <= ${now}::timestamptz THEN 'closed' ELSE 'item-closed' END AS outcome,
           f.free, EXISTS (SELECT FROM settled) AS settled,
           ${CHECK_IN_COLUMNS}
      FROM found f
      JOIN LATERAL (
        SELECT ${STATE} FROM changed
        UNION ALL
        SELECT ${STATE} FROM found WHERE NOT EXISTS (SELECT FROM changed)
      ) c ON true
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  const [row] = rows;
  if (row === undefined) return { outcome: 'unknown' };
  const { outcome, free, settled } = outcomeRow.parse(row);
  if (outcome === 'not-yours') return { outcome };
  const state = parseCheckIn(row);
  return { outcome, mayDraw: free, state: settled ? { ...state, message: tap.place } : state };
}

function kindOf(answer: Rating | undefined): 'score' | 'no-opportunity' | 'taken-back' {
  if (answer === undefined) return 'taken-back';
  return answer === 'no-opportunity' ? 'no-opportunity' : 'score';
}
