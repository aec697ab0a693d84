import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { DUE_KINDS, type DueKind, type DueMember, dueColumns, toDueMember } from './due-members.ts';
import { preferenceJoin } from './member-terms.ts';

const kindRow = z.object({ kind: z.enum(DUE_KINDS) });

/**
 * Everything that falls due after `now` in workspaces whose times were computed by other time zone rules than
 * version `zoneRules`, which they are marked with from here on; locked for the transaction that asks. Of two
 * processes at once, one gets them and the other nothing.
 */
export async function claimOutdatedZoneRules(
  tx: Queryable,
  zoneRules: string,
  now: Date,
): Promise<(DueMember & { kind: DueKind })[]> {
  const outdated = await tx.$queryRaw<unknown[]>`
    UPDATE schedule SET zone_rules = ${zoneRules}
     WHERE started_at IS NOT NULL AND zone_rules IS DISTINCT FROM ${zoneRules}
    RETURNING workspace_id`;
  if (outdated.length === 0) return [];
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ms.kind, ${dueColumns(now)}
      FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id
      JOIN schedule s ON s.workspace_id = ms.workspace_id
      ${preferenceJoin}
     WHERE ms.workspace_id IN (SELECT o.workspace_id
                                 FROM jsonb_to_recordset(${JSON.stringify(outdated)}::jsonb) AS o(workspace_id text))
       AND ms.next_at > ${now}::timestamptz
     ORDER BY ms.workspace_id, ms.member_id, ms.kind
       FOR UPDATE OF ms`;
  return rows.map((raw) => ({ ...toDueMember(raw), kind: kindRow.parse(raw).kind }));
}
