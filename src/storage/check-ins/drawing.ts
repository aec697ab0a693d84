import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';

/** The times that a drawing statement needs: business `now` for the state, the machine's for the right to draw. */
export interface DrawingTimes {
  readonly now: Date;
  readonly machineNow: Date;
  readonly drawingUntil: Date;
  /** Until when a picture that is sent now without an answer may still arrive. */
  readonly doubtfulUntil: Date;
}

/** Whether nobody is drawing a check-in of this alias, or whoever was has let the right to run out. */
export function isFreeToDraw(alias: 'c' | 'k', { machineNow }: DrawingTimes): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`${row}.drawing_until IS NULL OR ${row}.drawing_until <= ${machineNow}::timestamptz`;
}

/**
 * Assignments of an UPDATE of check-ins of this alias: takes the right to draw one where it was `free` in the row `f`
 * it was found as. Whoever let it run out has died, and what they had sent may still arrive.
 */
export function takeDrawing(alias: 'c' | 'k', { drawingUntil, doubtfulUntil }: DrawingTimes): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`
             drawing_until = CASE WHEN f.free THEN ${drawingUntil}::timestamptz ELSE ${row}.drawing_until END,
             doubtful_until = CASE WHEN f.free AND ${row}.drawing_until IS NOT NULL THEN ${doubtfulUntil}::timestamptz
                                   ELSE ${row}.doubtful_until END`;
}

const againRow = z.looseObject({ again: z.boolean() });

/**
 * Says that a version was drawn by a drawing that began at `beganAt`, and answers the state to draw next when it has
 * moved on meanwhile: the right to draw is kept then, and given back otherwise. While a `doubtful` picture, of this
 * drawing or an earlier one, may still arrive over what was drawn, a last redraw stays owed.
 */
export async function finishDrawing(
  db: Queryable,
  drawn: { workspaceId: string; checkInId: string; version: number; doubtful: boolean; beganAt: Date },
  { drawingUntil, doubtfulUntil }: DrawingTimes,
): Promise<CheckInForMember | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH c AS (
      UPDATE check_in k
         SET drawn_version = ${drawn.version},
             doubtful_until = CASE WHEN ${drawn.doubtful} THEN ${doubtfulUntil}::timestamptz
                                   WHEN k.doubtful_until > ${drawn.beganAt}::timestamptz THEN k.doubtful_until END,
             drawing_until = CASE WHEN k.version > ${drawn.version} THEN ${drawingUntil}::timestamptz END
       WHERE k.workspace_id = ${drawn.workspaceId} AND k.check_in_id = ${drawn.checkInId}::uuid
      RETURNING k.*
    )
    SELECT c.version > ${drawn.version} AS again, ${CHECK_IN_COLUMNS}
      FROM c JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  const [row] = rows;
  return row !== undefined && againRow.parse(row).again ? parseCheckIn(row) : undefined;
}

/**
 * Gives the right to draw back without having drawn: the next tap, or the tick, draws it. What was sent may still
 * arrive where it is `doubtful`.
 */
export async function giveUpDrawing(
  db: Queryable,
  { workspaceId, checkInId, doubtful }: { workspaceId: string; checkInId: string; doubtful: boolean },
  { doubtfulUntil }: DrawingTimes,
): Promise<void> {
  await db.$executeRaw`
    UPDATE check_in
       SET drawing_until = NULL,
           doubtful_until = CASE WHEN ${doubtful} THEN ${doubtfulUntil}::timestamptz ELSE doubtful_until END
     WHERE workspace_id = ${workspaceId} AND check_in_id = ${checkInId}::uuid`;
}

/**
 * Gives every right to draw back: nobody but this process has the database, so whoever had one is dead. What they
 * had sent may still arrive.
 */
export async function releaseDrawings(db: Queryable, { doubtfulUntil }: DrawingTimes): Promise<void> {
  await db.$executeRaw`
    UPDATE check_in SET drawing_until = NULL, doubtful_until = ${doubtfulUntil}::timestamptz
     WHERE drawing_until IS NOT NULL`;
}

/**
 * Takes the right to draw up to `limit` check-ins whose message is behind and which nobody is drawing; in any order,
 * so that one that fails each time holds up no other. What is only in doubt waits until the doubt is over. Whoever
 * let a right run out has died, and what they had sent may still arrive. None while Slack refuses the bot, and none of
 * members who left.
 */
export async function claimUndrawn(
  db: Queryable,
  workspaceId: string,
  limit: number,
  { machineNow, drawingUntil, doubtfulUntil }: DrawingTimes,
): Promise<CheckInForMember[]> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH owed AS (
      SELECT k.workspace_id, k.check_in_id
        FROM check_in k
        JOIN delivery d ON d.workspace_id = k.workspace_id AND d.key = 'check-in:' || k.check_in_id AND d.ts IS NOT NULL
        JOIN workspace w ON w.workspace_id = k.workspace_id AND w.suspended_at IS NULL
        JOIN member o ON o.workspace_id = k.workspace_id AND o.member_id = k.member_id AND o.active
       WHERE k.workspace_id = ${workspaceId}
         AND (k.drawn_version < k.version OR k.doubtful_until <= ${machineNow}::timestamptz)
         AND (k.drawing_until IS NULL OR k.drawing_until <= ${machineNow}::timestamptz)
       ORDER BY random()
       LIMIT ${limit}
         FOR UPDATE OF k SKIP LOCKED
    ), c AS (
      UPDATE check_in k
         SET drawing_until = ${drawingUntil}::timestamptz,
             doubtful_until = CASE WHEN k.drawing_until IS NULL THEN k.doubtful_until
                                   ELSE ${doubtfulUntil}::timestamptz END
        FROM owed o
       WHERE k.workspace_id = o.workspace_id AND k.check_in_id = o.check_in_id
      RETURNING k.*
    )
    SELECT ${CHECK_IN_COLUMNS}
      FROM c JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id`;
  return rows.map(parseCheckIn);
}
