import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { somethingLeft } from './check-in-rows.ts';

const turnedRow = z.object({ turned: z.int() });

/**
 * Up to `limit` check-ins whose message says something else from `now` on although nobody taps: at the end of the
 * period what is unanswered would be late, and at its closing everything has closed. They are owed a redraw, unless
 * their message has not left yet, or never will. Answers how many were looked after.
 */
export async function turnCheckIns(db: Queryable, now: Date, limit: number): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH due AS (
      SELECT c.workspace_id, c.check_in_id
        FROM check_in c
       WHERE c.turns_at <= ${now}::timestamptz
       ORDER BY c.turns_at, c.check_in_id
       LIMIT ${limit}
         FOR UPDATE SKIP LOCKED
    ), turned AS (
      UPDATE check_in c
         SET turns_at = CASE WHEN c.closes_at > ${now}::timestamptz THEN c.closes_at END,
             version = c.version + CASE
               WHEN (c.closes_at <= ${now}::timestamptz OR (c.skipped_at IS NULL AND ${somethingLeft('c')}))
                 AND EXISTS (SELECT FROM delivery d
                              WHERE d.workspace_id = c.workspace_id AND d.key = 'check-in:' || c.check_in_id
                                AND d.state IN ('sending', 'uncertain', 'sent'))
               THEN 1 ELSE 0 END
        FROM due
       WHERE c.workspace_id = due.workspace_id AND c.check_in_id = due.check_in_id
      RETURNING c.check_in_id
    )
    SELECT count(*)::int AS turned FROM turned`;
  return turnedRow.parse(rows[0]).turned;
}
