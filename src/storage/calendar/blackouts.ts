import { z } from 'zod';
import type { Day } from '../../domain/check-in/calendar-day.ts';
import type { Queryable } from '../database.ts';

/** Days on which nobody of a workspace gets anything, from the first to the last. */
export interface Blackout {
  readonly name: string;
  readonly from: Day;
  readonly lastDay: Day;
}

const blackoutRow = z
  .object({ name: z.string(), from_day: z.string(), last_day: z.string() })
  .transform((row): Blackout => ({ name: row.name, from: row.from_day, lastDay: row.last_day }));

/** The blackout windows that are not over on `today` (`2026-11-18`), earliest first. */
export async function findBlackouts(db: Queryable, workspaceId: string, today: Day): Promise<Blackout[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT name, from_date::text AS from_day, (until_date - 1)::text AS last_day
      FROM blackout
     WHERE workspace_id = ${workspaceId} AND until_date > ${today}::date
     ORDER BY from_date, name`;
  return rows.map((raw) => blackoutRow.parse(raw));
}

/** Adds a window; answers false, and adds nothing, where one of that name is not over on `today`. */
export async function insertBlackout(
  tx: Queryable,
  blackout: Blackout & { readonly workspaceId: string; readonly blackoutId: string },
  today: Day,
): Promise<boolean> {
  const { workspaceId, blackoutId, name, from, lastDay } = blackout;
  const inserted = await tx.$executeRaw`
    INSERT INTO blackout (workspace_id, blackout_id, name, from_date, until_date)
    SELECT ${workspaceId}, ${blackoutId}::uuid, ${name}, ${from}::date, ${lastDay}::date + 1
     WHERE NOT EXISTS (SELECT FROM blackout b
                        WHERE b.workspace_id = ${workspaceId} AND b.name = ${name} AND b.until_date > ${today}::date)`;
  return inserted === 1;
}

/** Takes the window of this name that is not over on `today` away; answers false where there is none. */
export async function deleteBlackout(
  tx: Queryable,
  workspaceId: string,
  name: string,
  today: Day,
): Promise<boolean> {
  const deleted = await tx.$executeRaw`
    DELETE FROM blackout
     WHERE workspace_id = ${workspaceId} AND name = ${name} AND until_date > ${today}::date`;
  return deleted > 0;
}
