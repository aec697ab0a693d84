import { z } from 'zod';
import type { Day } from '../../domain/check-in/calendar-day.ts';
import type { SpecialDay } from '../../domain/check-in/work-calendar.ts';
import type { Queryable } from '../database.ts';

/** The special days of a calendar that were imported in each workspace: workspace id → day → what it is. */
export type ImportedDays = ReadonlyMap<string, ReadonlyMap<Day, SpecialDay>>;

const row = z.object({
  workspace_id: z.string(),
  days: z.array(z.tuple([z.string(), z.enum(['off', 'workday']), z.string()])),
});

/** The days imported for `calendar` (`tw`), in order; a workspace without any is absent. One statement. */
export async function findImportedDays(
  db: Queryable,
  calendar: string,
  workspaceIds: readonly string[],
): Promise<ImportedDays> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT workspace_id, jsonb_agg(jsonb_build_array(day, kind, name) ORDER BY day) AS days
      FROM calendar_day
     WHERE calendar = ${calendar} AND workspace_id = ANY(${[...workspaceIds]}::text[])
     GROUP BY workspace_id`;
  return new Map(
    rows.map((raw) => {
      const { workspace_id, days } = row.parse(raw);
      return [workspace_id, new Map(days.map(([day, kind, name]) => [day, { kind, name }]))];
    }),
  );
}

/** Makes the days of these years (`2027`) those given: all of each year is replaced. Two statements. */
export async function replaceImportedDays(
  tx: Queryable,
  workspaceId: string,
  calendar: string,
  years: readonly string[],
  days: ReadonlyMap<Day, SpecialDay>,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM calendar_day
     WHERE workspace_id = ${workspaceId} AND calendar = ${calendar}
       AND to_char(day, 'YYYY') = ANY(${[...years]}::text[])`;
  const given = [...days].map(([day, { kind, name }]) => ({ day, kind, name }));
  await tx.$executeRaw`
    INSERT INTO calendar_day (workspace_id, calendar, day, kind, name)
    SELECT ${workspaceId}, ${calendar}, g.day, g.kind, g.name
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g(day date, kind text, name text)`;
}

/** Tells every process that what it remembers of a workspace's calendar is out of date. */
export const CALENDARS_CHANGED = 'calendars_changed';

export async function notifyCalendarsChanged(tx: Queryable, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CALENDARS_CHANGED}, ${workspaceId})`;
}
