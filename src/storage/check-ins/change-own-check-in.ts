import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';
import { type DrawingTimes, isFreeToDraw, takeDrawing } from './drawing.ts';

/** A check-in, and who says that it is theirs. */
export interface OwnCheckIn {
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly checkInId: string;
}

/** A check-in as it is now, and whether whoever asked for the change may draw it (see recordRating). */
export interface ChangedCheckIn {
  readonly outcome: 'saved' | 'closed';
  readonly state: CheckInForMember;
  readonly mayDraw: boolean;
}

/** The columns that a member may change for themselves. */
export type OwnColumn = 'reopened' | 'remind_at' | 'remind_asked' | 'skipped_at' | 'skip_reason';

const changedRow = z.looseObject({ may_draw: z.boolean(), open: z.boolean() });

/**
 * Changes columns of a check-in, or none of them, for its member alone, in one statement, and takes the right to draw
 * it where that is free. A closed one is left as it is and drawn once more. Values may read the row as `k`. Undefined:
 * the check-in is not this person's.
 */
export async function changeOwnCheckIn(
  db: Queryable,
  target: OwnCheckIn,
  times: DrawingTimes,
  values: Readonly<Partial<Record<OwnColumn, Prisma.Sql>>>,
): Promise<ChangedCheckIn | undefined> {
  const assignments = Object.entries(values).map(([name, value]) => {
    const column = Prisma.raw(name);
    return Prisma.sql`${column} = CASE WHEN f.open THEN ${value} ELSE k.${column} END,`;
  });
  const rows = await db.$queryRaw<unknown[]>`
    WITH found AS (
      SELECT k.workspace_id, k.check_in_id, k.closes_at > ${times.now}::timestamptz AS open,
             ${isFreeToDraw('k', times)} AS free
        FROM check_in k
        JOIN member o ON o.workspace_id = k.workspace_id AND o.member_id = k.member_id
       WHERE k.workspace_id = ${target.workspaceId} AND k.check_in_id = ${target.checkInId}::uuid
         AND o.slack_user_id = ${target.slackUserId} AND o.active
         FOR UPDATE OF k
    ), c AS (
      UPDATE check_in k
         SET ${assignments.length === 0 ? Prisma.empty : Prisma.join(assignments, '')}
             version = k.version + 1,
             ${takeDrawing('k', times)}
        FROM found f
       WHERE k.workspace_id = f.workspace_id AND k.check_in_id = f.check_in_id
      RETURNING k.*, f.free, f.open
    )
    SELECT c.free AS may_draw, c.open, ${CHECK_IN_COLUMNS}
      FROM c JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  const [row] = rows;
  if (row === undefined) return undefined;
  const { may_draw, open } = changedRow.parse(row);
  return { outcome: open ? 'saved' : 'closed', state: parseCheckIn(row), mayDraw: may_draw };
}
