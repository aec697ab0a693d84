import type { Queryable } from '../database.ts';

/** Notified with `workspace budget until-epoch-ms` when Slack told a workspace to wait. */
export const HELD_BACK = 'held_back';

/**
 * Slack said to wait: nothing is taken from this budget before `until`, no burst follows, and until `slowUntil` it
 * goes at half the pace. Every process hears of it at once.
 */
export async function holdBack(
  db: Queryable,
  held: { workspaceId: string; budget: string; toleranceMs: number; until: Date; slowUntil: Date },
): Promise<void> {
  const { workspaceId, budget, until, slowUntil } = held;
  const wholeAt = new Date(until.getTime() + held.toleranceMs);
  await db.$queryRaw`
    WITH held AS (
      INSERT INTO pace AS p (workspace_id, budget, whole_at, slow_until)
      VALUES (${workspaceId}, ${budget}, ${wholeAt}::timestamptz, ${slowUntil}::timestamptz)
      ON CONFLICT (workspace_id, budget) DO UPDATE
         SET whole_at = greatest(p.whole_at, excluded.whole_at),
             slow_until = greatest(p.slow_until, excluded.slow_until)
      RETURNING budget
    )
    SELECT pg_notify(${HELD_BACK}, ${`${workspaceId} ${budget} ${until.getTime()}`})::text FROM held`;
}

/** Forgets budgets that have been whole for long: they say nothing. Answers how many. */
export async function forgetWholeBudgets(db: Queryable, wholeBefore: Date): Promise<number> {
  return await db.$executeRaw`
    DELETE FROM pace WHERE whole_at < ${wholeBefore}::timestamptz
       AND (slow_until IS NULL OR slow_until < ${wholeBefore}::timestamptz)`;
}
