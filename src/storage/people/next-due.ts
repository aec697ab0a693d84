import { z } from 'zod';
import type { Queryable } from '../database.ts';
import type { DueKind } from './due-members.ts';

/** When something is due to a member next. */
export interface NextDue {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly kind: DueKind;
  readonly nextAt: Date;
}

/**
 * The earliest instant at which anything is due to anybody, reminders and what waits for people who are away included,
 * or undefined when nothing is.
 */
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
