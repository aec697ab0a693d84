import { z } from 'zod';
import type { Rating } from '../../domain/check-in/rating.ts';
import type { Visibility } from '../../domain/check-in/visibility.ts';
import type { Queryable } from '../database.ts';
import { type DrawingTimes, isFreeToDraw, takeDrawing } from './drawing.ts';

/** What a form changes in a check-in. Every id is new, and used where its row is. */
export interface FormRecord {
  readonly workspaceId: string;
  readonly checkInId: string;
  readonly answers: readonly {
    readonly position: number;
    /** `undefined` takes the answer back. */
    readonly answer: Rating | undefined;
    readonly ratingId: string;
  }[];
  readonly notes: readonly {
    readonly position: number;
    /** Empty: there is to be no note. */
    readonly text: string;
    readonly visibility: Visibility;
    readonly noteId: string;
  }[];
  /** Whoever sends it is done: answers that they looked at again are put away. */
  readonly putsAway: boolean;
}

export interface RecordedForm {
  /** Nothing is saved where the check-in has closed. */
  readonly outcome: 'saved' | 'closed';
  /** Whoever saved may draw: see `recordRating`. */
  readonly mayDraw: boolean;
}

const recordedRow = z.object({ outcome: z.enum(['saved', 'closed']), may_draw: z.boolean() });

/**
 * Saves the answers and notes of a form, in one statement; the lock of the check-in is the caller's (`lockOwnCheckIn`),
 * without which the notes may be read as they were before. What is the same already is left alone: the same form twice
 * adds nothing. A form has no time of Slack's: an answer is ordered just after the one it replaces, so that no tap
 * which follows can seem older by a clock of ours that is ahead, and at business `now` where it is the first. An item
 * that has closed takes none. Answering takes back that the check-in was skipped.
 */
export async function recordForm(
  tx: Queryable,
  { workspaceId, checkInId, answers, notes, putsAway }: FormRecord,
  times: DrawingTimes,
): Promise<RecordedForm> {
  const { now } = times;
  const actionTs = (now.getTime() / 1_000).toFixed(6);
  const given = answers.map(({ position, answer, ratingId }) => ({
    position,
    answer: JSON.stringify(answer ?? null),
    rating_id: ratingId,
  }));
  const written = notes.map(({ noteId, ...note }) => ({ ...note, note_id: noteId }));
  const rows = await tx.$queryRaw<unknown[]>`
    WITH found AS (
      SELECT c.*, ${isFreeToDraw('c', times)} AS free,
             CASE WHEN c.closes_at <= ${now}::timestamptz THEN 'closed' ELSE 'saved' END AS outcome,
             ${putsAway}::boolean AND c.closes_at > ${now}::timestamptz AS puts_away
        FROM check_in c
       WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = ${checkInId}::uuid
    ), answered AS (
      SELECT a.position, a.answer::jsonb AS answer, a.rating_id, i.standard_code, i.indicator_code,
             coalesce((f.answers->a.position::text->>'revisions')::int, 0) + 1 AS revisions,
             coalesce((f.answers->a.position::text->>'actionTs')::numeric + 0.000001,
                      ${actionTs}::numeric)::numeric(20, 6) AS action_ts
        FROM found f
        JOIN jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
               AS a(position int, answer text, rating_id uuid) ON true
        JOIN check_in_item i ON i.workspace_id = f.workspace_id AND i.check_in_id = f.check_in_id
                            AND i.position = a.position AND i.closed_at IS NULL
       WHERE f.outcome = 'saved'
         AND coalesce(f.answers->a.position::text->'answer', 'null'::jsonb) <> a.answer::jsonb
    ), revisions AS (
      INSERT INTO rating (workspace_id, rating_id, check_in_id, position, member_id, standard_code, indicator_code,
                          kind, score, action_ts, answered_at, late, edited)
      SELECT f.workspace_id, a.rating_id, f.check_in_id, a.position, f.member_id, a.standard_code, a.indicator_code,
             CASE jsonb_typeof(a.answer) WHEN 'number' THEN 'score' WHEN 'string' THEN 'no-opportunity'
                                         ELSE 'taken-back' END,
             CASE jsonb_typeof(a.answer) WHEN 'number' THEN (a.answer #>> '{}')::smallint END,
             a.action_ts, ${now}::timestamptz, f.period_ends_at <= ${now}::timestamptz, a.revisions > 1
        FROM found f CROSS JOIN answered a
    ), written AS (
      SELECT n.position, n.text, n.visibility, n.note_id, i.standard_code, i.indicator_code
        FROM found f
        JOIN jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
               AS n(position int, text text, visibility text, note_id uuid) ON true
        JOIN check_in_item i ON i.workspace_id = f.workspace_id AND i.check_in_id = f.check_in_id
                            AND i.position = n.position
       WHERE f.outcome = 'saved'
    ), kept AS (
      INSERT INTO note AS o (workspace_id, note_id, member_id, check_in_id, position, standard_code, indicator_code,
                             visibility, text, created_at, changed_at)
      SELECT f.workspace_id, w.note_id, f.member_id, f.check_in_id, w.position, w.standard_code, w.indicator_code,
             w.visibility, w.text, ${now}::timestamptz, ${now}::timestamptz
        FROM found f CROSS JOIN written w
       WHERE w.text <> ''
      ON CONFLICT (workspace_id, check_in_id, position) DO UPDATE
         SET text = EXCLUDED.text, visibility = EXCLUDED.visibility, changed_at = EXCLUDED.changed_at
       WHERE (o.text, o.visibility) <> (EXCLUDED.text, EXCLUDED.visibility)
      RETURNING o.position
    ), removed AS (
      DELETE FROM note o
       USING found f CROSS JOIN written w
       WHERE o.workspace_id = f.workspace_id AND o.check_in_id = f.check_in_id AND o.position = w.position
         AND w.text = ''
      RETURNING o.position
    ), changed AS (
      UPDATE check_in c
         SET version = c.version + CASE WHEN EXISTS (SELECT FROM answered) OR EXISTS (SELECT FROM kept)
                                          OR EXISTS (SELECT FROM removed)
                                          OR (f.puts_away AND c.reopened) THEN 1 ELSE 0 END,
             reopened = c.reopened AND NOT f.puts_away,
             answers = c.answers || coalesce(
               (SELECT jsonb_object_agg(a.position::text, jsonb_build_object(
                         'answer', a.answer, 'actionTs', a.action_ts::text, 'ratingId', a.rating_id::text,
                         'revisions', a.revisions))
                  FROM answered a), '{}'::jsonb),
             skipped_at = CASE WHEN EXISTS (SELECT FROM answered) THEN NULL ELSE c.skipped_at END,
             skip_reason = CASE WHEN EXISTS (SELECT FROM answered) THEN NULL ELSE c.skip_reason END,
             ${takeDrawing('c', times)}
        FROM found f
       WHERE c.workspace_id = f.workspace_id AND c.check_in_id = f.check_in_id
    )
    SELECT f.outcome, f.free AS may_draw FROM found f`;
  const { outcome, may_draw } = recordedRow.parse(rows[0]);
  return { outcome, mayDraw: may_draw };
}
