import { z } from 'zod';
import type { Queryable } from '../database.ts';

/** Whom Slack refuses in a workspace as it stands. */
export interface Refusals {
  /** People whom Slack refuses, with its error code. */
  readonly unreachable: readonly { readonly name: string; readonly reason: string; readonly since: Date }[];
  /** Why Slack refuses the bot itself; undefined when it does not. */
  readonly suspension: { readonly reason: string; readonly since: Date } | undefined;
}

const refusalsRow = z.object({
  unreachable: z.array(z.object({ name: z.string(), reason: z.string(), since: z.coerce.date() })),
  suspension: z.object({ reason: z.string(), since: z.coerce.date() }).nullable(),
});

/** Members who left are no matter any more; one statement. */
export async function findRefusals(db: Queryable, workspaceId: string): Promise<Refusals> {
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('name', m.display_name, 'reason', m.unreachable_reason,
                     'since', m.unreachable_since) ORDER BY m.unreachable_since), '[]')
              FROM member m
             WHERE m.workspace_id = ${workspaceId} AND m.active AND m.unreachable_since IS NOT NULL) AS unreachable,
           (SELECT jsonb_build_object('reason', w.suspended_reason, 'since', w.suspended_at)
              FROM workspace w
             WHERE w.workspace_id = ${workspaceId} AND w.suspended_at IS NOT NULL) AS suspension`;
  const { unreachable, suspension } = refusalsRow.parse(row);
  return { unreachable, suspension: suspension ?? undefined };
}
