import { z } from 'zod';
import type { Schedule } from '../../domain/check-in/schedule.ts';
import type { Queryable } from '../database.ts';
import { parseSchedule, scheduleColumns, scheduleRow } from './schedule-rows.ts';

export type DueKind = 'check-in' | 'digest';

/** A member to whom something is due, with what decides when it is due next. */
export interface DueMember {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly timeZone: string;
  readonly schedule: Schedule;
}

const dueRow = scheduleRow.extend({ workspace_id: z.string(), member_id: z.string(), time_zone: z.string() });

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
    SELECT ms.workspace_id, ms.member_id, m.time_zone, ${scheduleColumns}
      FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id AND m.active
      JOIN schedule s ON s.workspace_id = ms.workspace_id AND s.started_at IS NOT NULL
     WHERE ms.kind = ${kind} AND ms.next_at <= ${now}::timestamptz
     ORDER BY ms.next_at, ms.member_id
     LIMIT ${limit}
       FOR UPDATE OF ms SKIP LOCKED`;
  return rows.map((raw) => {
    const row = dueRow.parse(raw);
    return {
      workspaceId: row.workspace_id,
      memberId: row.member_id,
      timeZone: row.time_zone,
      schedule: parseSchedule(row),
    };
  });
}

/** The earliest instant at which anything is due to anybody, or undefined when nothing is. */
export async function findNextDue(db: Queryable): Promise<Date | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT min(ms.next_at) AS next_at
      FROM member_schedule ms
      JOIN member m ON m.workspace_id = ms.workspace_id AND m.member_id = ms.member_id AND m.active
      JOIN schedule s ON s.workspace_id = ms.workspace_id AND s.started_at IS NOT NULL`;
  return z.array(z.object({ next_at: z.date().nullable() })).parse(rows)[0]?.next_at ?? undefined;
}

/** Sets when each of these members is due next, in one statement; a member without a row gets one. */
export async function setNextDue(
  db: Queryable,
  entries: readonly { workspaceId: string; memberId: string; kind: DueKind; nextAt: Date }[],
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO member_schedule (workspace_id, member_id, kind, next_at)
    SELECT "workspaceId", "memberId", kind, "nextAt"
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS g("workspaceId" text, "memberId" uuid, kind text, "nextAt" timestamptz)
    ON CONFLICT (workspace_id, member_id, kind) DO UPDATE SET next_at = excluded.next_at`;
}
