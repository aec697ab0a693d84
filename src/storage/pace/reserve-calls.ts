import { z } from 'zod';
import type { Queryable } from '../database.ts';

/** How fast the calls of one kind may go in one workspace. */
export interface Rate {
  /** Milliseconds between calls. */
  readonly intervalMs: number;
  /** How far calls may run ahead of that after a rest, in milliseconds. */
  readonly toleranceMs: number;
}

export interface CallsAsked {
  readonly workspaceId: string;
  /** A Web API method. */
  readonly budget: string;
  /** Whose DM each call goes to, in the order of the calls; nobody twice. */
  readonly recipients: readonly string[];
  readonly rate: Rate;
  /** Milliseconds between two calls to one DM; 0 where the method has no such limit. */
  readonly channelIntervalMs: number;
  /** Where the first call would have to wait longer, nothing is taken. */
  readonly longestWaitMs: number;
}

/** Milliseconds to wait before each call, in the order asked; or how long until asking makes sense. */
export type CallsReserved =
  | { readonly outcome: 'reserved'; readonly waitsMs: readonly number[] }
  | { readonly outcome: 'later'; readonly waitMs: number };

const row = z.object({
  taken: z.boolean(),
  /** Milliseconds from now until the budget was whole, or will be. */
  begins_in: z.number(),
  step: z.number(),
  channels: z.record(z.string(), z.number()),
});

/**
 * Takes as many calls from the budget that all processes share as recipients are given, in one statement: the
 * generic cell rate algorithm over rows, with half the rate while Slack's "too many" is fresh. A row's lock orders
 * processes. Where the first call would have to wait too long nothing is taken: who came again later would find
 * the places of all the others, and its own, in front of it, for ever.
 */
export async function reserveCalls(
  db: Queryable,
  asked: CallsAsked,
  machineNow: Date,
): Promise<CallsReserved> {
  const { workspaceId, budget, recipients, rate, channelIntervalMs, longestWaitMs } = asked;
  const count = recipients.length;
  const now = machineNow.getTime();
  const rows = await db.$queryRaw<unknown[]>`
    WITH taken AS (
      INSERT INTO pace AS p (workspace_id, budget, whole_at)
      VALUES (${workspaceId}, ${budget}, to_timestamp((${now}::float8 + ${count * rate.intervalMs}::float8) / 1000))
      ON CONFLICT (workspace_id, budget) DO UPDATE
         SET whole_at = greatest(p.whole_at, to_timestamp(${now}::float8 / 1000))
               + ${count}::int * make_interval(secs => ${rate.intervalMs / 1_000}::float8
                   * CASE WHEN p.slow_until > to_timestamp(${now}::float8 / 1000) THEN 2 ELSE 1 END)
       WHERE p.whole_at <= to_timestamp((${now}::float8 + ${rate.toleranceMs}::float8 + ${longestWaitMs}::float8) / 1000)
      RETURNING whole_at, coalesce(slow_until > to_timestamp(${now}::float8 / 1000), false) AS slow
    ), slots AS (
      SELECT extract(epoch FROM whole_at)::float8 * 1000 - ${now}::float8 - ${count}::int * step AS begins_in, step
        FROM (SELECT whole_at, ${rate.intervalMs}::float8 * CASE WHEN slow THEN 2 ELSE 1 END AS step FROM taken) t
    ), channels AS (
      INSERT INTO pace AS p (workspace_id, budget, whole_at)
      SELECT ${workspaceId}, ${budget} || ' ' || r.recipient,
             to_timestamp((${now}::float8 + ${channelIntervalMs}::float8
               + greatest(0, s.begins_in + (r.place - 1) * s.step - ${rate.toleranceMs}::float8)) / 1000)
        FROM slots s
       CROSS JOIN unnest(${[...recipients]}::text[]) WITH ORDINALITY AS r(recipient, place)
       WHERE ${channelIntervalMs}::float8 > 0
       ORDER BY r.recipient
      ON CONFLICT (workspace_id, budget) DO UPDATE
         SET whole_at = greatest(excluded.whole_at, p.whole_at + make_interval(secs => ${channelIntervalMs / 1_000}::float8))
      RETURNING budget, whole_at
    )
    SELECT true AS taken, s.begins_in, s.step,
           (SELECT coalesce(jsonb_object_agg(substr(c.budget, length(${budget}::text) + 2),
                     extract(epoch FROM c.whole_at)::float8 * 1000 - ${now}::float8 - ${channelIntervalMs}::float8), '{}')
              FROM channels c) AS channels
      FROM slots s
     UNION ALL
    SELECT false, extract(epoch FROM p.whole_at)::float8 * 1000 - ${now}::float8, 0, '{}'
      FROM pace p
     WHERE p.workspace_id = ${workspaceId} AND p.budget = ${budget} AND NOT EXISTS (SELECT FROM slots)`;
  const [first] = rows;
  // Somebody made the row while this statement ran, and took too much for us: it is seen the next time.
  if (first === undefined) return { outcome: 'later', waitMs: rate.intervalMs };
  const { taken, begins_in, step, channels } = row.parse(first);
  if (!taken) return { outcome: 'later', waitMs: Math.max(1, begins_in - rate.toleranceMs) };
  // A call waits for its place in the workspace's budget and for its turn in its DM, whichever comes later.
  const waitsMs = recipients.map((recipient, place) =>
    Math.max(0, begins_in + place * step - rate.toleranceMs, channels[recipient] ?? 0),
  );
  return { outcome: 'reserved', waitsMs };
}
