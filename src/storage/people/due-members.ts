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

export type DueKind = 'check-in' | 'digest';

/** A member to whom something is due, with what decides when it is due next. */
export interface DueMember extends MemberTerms {
  readonly memberId: string;
  /** When it was due, by the zone, rules and calendar of the time at which this was set. */
  readonly nextAt: Date;
  /** When their last check-in closes; undefined where that is over. */
  readonly openUntil: Date | undefined;
}

/** When something is due to a member next. */
export interface NextDue {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly kind: DueKind;
  readonly nextAt: Date;
}

const dueRow = termsRow.extend({
  member_id: z.string(),
  next_at: z.date(),
  open_until: z.date().nullable(),
});

/** What `toDueMember` reads of a member `m` with a schedule `s` and a preference `p`, at `now`. */
const dueColumns = (now: Date) => Prisma.sql`
  ms.member_id, ms.next_at, ${scheduleColumns}, ${termsColumns(Prisma.sql`least(ms.next_at, ${now}::timestamptz)`)},
  ${openUntilColumn(now)}`;

const kindRow = z.object({ kind: z.enum(['check-in', 'digest']) });

function toDueMember(raw: unknown): DueMember {
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

/** The earliest instant at which anything is due to anybody, reminders and what waits for people who are away included, or undefined when nothing is. */
export async function findNextDue(db: Queryable): Promise<Date | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT least((SELECT min(ms.next_at)
                    FROM member_schedule ms
                    JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id AND m.active
                    JOIN schedule s ON s.workspace_id = ms.workspace_id AND s.started_at IS NOT NULL),
                 (SELECT min(c.remind_at) FROM check_in c),
                 (SELECT min(d.held_until) FROM delivery d WHERE d.state = 'queued')) AS next_at`;
  return z.array(z.object({ next_at: z.date().nullable() })).parse(rows)[0]?.next_at ?? undefined;
}

/** Sets when each of these members is due next, in one statement; a member without a row gets one. */
export async function setNextDue(db: Queryable, entries: readonly NextDue[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO member_schedule (workspace_id, member_id, kind, next_at)
    SELECT "workspaceId", "memberId", kind, "nextAt"
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS g("workspaceId" text, "memberId" uuid, kind text, "nextAt" timestamptz)
    ON CONFLICT (workspace_id, member_id, kind) DO UPDATE SET next_at = excluded.next_at`;
}
