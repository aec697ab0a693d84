import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import {
  type MemberTerms,
  openUntilColumn,
  parseTerms,
  preferenceJoin,
  termsColumns,
  termsRow,
} from './member-terms.ts';
import { scheduleColumns } from './schedule-rows.ts';

export const DUE_KINDS = ['check-in', 'digest'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** A member to whom something is due, with what decides when it is due next. */
export interface DueMember extends MemberTerms {
  readonly memberId: string;
  /** When it was due, by the zone, rules and calendar of the time at which this was set. */
  readonly nextAt: Date;
  /** When their last check-in closes; undefined where that is over. */
  readonly openUntil: Date | undefined;
}

const dueRow = termsRow.extend({
  member_id: z.string(),
  next_at: z.date(),
  open_until: z.date().nullable(),
});

/** What `toDueMember` reads of a member `m` with a schedule `s` and a preference `p`, at `now`. */
export const dueColumns = (now: Date) => Prisma.sql`
  ms.member_id, ms.next_at, ${scheduleColumns}, ${termsColumns(Prisma.sql`least(ms.next_at, ${now}::timestamptz)`)},
  ${openUntilColumn(now)}`;

/** One row of `dueColumns`. */
export function toDueMember(raw: unknown): DueMember {
  const row = dueRow.parse(raw);
  return {
    ...parseTerms(row),
    memberId: row.member_id,
    nextAt: row.next_at,
    openUntil: row.open_until ?? undefined,
  };
}

/**
 * Claims up to `limit` members to whom `kind` is due at `now`, for the transaction that asks; other processes
 * skip them. Only active members of workspaces whose schedule was started.
 */
export async function claimDueMembers(
  tx: Queryable,
  kind: DueKind,
  now: Date,
  limit: number,
): Promise<DueMember[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${dueColumns(now)}
      FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id AND m.active
      JOIN schedule s ON s.workspace_id = ms.workspace_id AND s.started_at IS NOT NULL
      ${preferenceJoin}
     WHERE ms.kind = ${kind} AND ms.next_at <= ${now}::timestamptz
     ORDER BY ms.next_at, ms.member_id
     LIMIT ${limit}
       FOR UPDATE OF ms SKIP LOCKED`;
  return rows.map(toDueMember);
}

/** When a member's check-in is due next, locked for the transaction that asks; undefined where none is planned. */
export async function lockNextCheckIn(
  tx: Queryable,
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  now: Date,
): Promise<DueMember | undefined> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${dueColumns(now)}
      FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id AND m.active
      JOIN schedule s ON s.workspace_id = ms.workspace_id AND s.started_at IS NOT NULL
      ${preferenceJoin}
     WHERE ms.workspace_id = ${workspaceId} AND ms.member_id = ${memberId}::uuid AND ms.kind = 'check-in'
       FOR UPDATE OF ms`;
  return rows.map(toDueMember)[0];
}
