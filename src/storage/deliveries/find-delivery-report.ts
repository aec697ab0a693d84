import { z } from 'zod';
import { DELIVERY_STATES, type DeliveryState } from '../../domain/delivery/delivery.ts';
import type { Queryable } from '../database.ts';

/** How the messages of a workspace fared, for whoever runs the bot. */
export interface DeliveryReport {
  /** How many are in each state; states with none are absent. */
  readonly states: readonly { readonly state: DeliveryState; readonly count: number }[];
  /** Why messages failed, were not sent or wait for whoever is away, most frequent first. */
  readonly reasons: readonly {
    readonly state: DeliveryState;
    readonly reason: string;
    readonly count: number;
  }[];
}

const state = z.enum(DELIVERY_STATES);
const reported = z.object({
  states: z.array(z.object({ state, count: z.int() })),
  reasons: z.array(z.object({ state, reason: z.string(), count: z.int() })),
});

/** Counts the deliveries created since `since` (business time); one statement. */
export async function findDeliveryReport(
  db: Queryable,
  workspaceId: string,
  since: Date,
): Promise<DeliveryReport> {
  const [row] = await db.$queryRaw<unknown[]>`
    WITH recent AS (
      SELECT d.state, d.reason, d.held_until FROM delivery d
       WHERE d.workspace_id = ${workspaceId} AND d.created_at >= ${since}::timestamptz
    )
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'count', s.count) ORDER BY s.count DESC), '[]')
              FROM (SELECT state, count(*)::int FROM recent GROUP BY state) s) AS states,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('state', r.state, 'reason', r.reason, 'count', r.count)
                     ORDER BY r.count DESC, r.reason), '[]')
              FROM (SELECT state, reason, count(*)::int FROM recent
                     WHERE reason IS NOT NULL
                       AND (state IN ('failed', 'cancelled', 'uncertain') OR state = 'queued' AND held_until IS NOT NULL)
                     GROUP BY state, reason) r) AS reasons`;
  return reported.parse(row);
}
