import type { Day } from '../domain/check-in/calendar-day.ts';
import { type CalendarProblem, readGovernmentCalendar } from '../domain/check-in/government-calendar.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { type SpecialDay, yearOf } from '../domain/check-in/work-calendar.ts';
import { notifyCalendarsChanged, replaceImportedDays } from '../storage/calendar/calendar-days.ts';
import { TAIWAN_CALENDAR, TAIWAN_ZONE } from './calendars.ts';
import type { Context } from './context.ts';
import { readGovernmentCsv } from './read-government-csv.ts';
import { changeTimes } from './renew-schedules.ts';

/** A day that an import made another. */
export interface CalendarChange {
  readonly day: Day;
  /** Undefined: a day like any other. */
  readonly before: SpecialDay | undefined;
  readonly after: SpecialDay | undefined;
}

export type CalendarImport =
  | { readonly outcome: 'refused'; readonly problems: readonly CalendarProblem[] }
  | {
      readonly outcome: 'imported';
      readonly years: readonly string[];
      readonly changes: readonly CalendarChange[];
      /** Years of the next twelve months that nobody knows still. */
      readonly unknownYears: readonly string[];
    };

/**
 * Takes the years of the government's file for Taiwan's calendar in this workspace, all or nothing, and moves what is
 * due with them. A year that was there, shipped or imported, is replaced.
 */
export async function importCalendar(
  context: Context,
  { workspaceId, csv }: { workspaceId: string; csv: string },
): Promise<CalendarImport> {
  const { rows, problems } = readGovernmentCsv(csv);
  if (problems.length > 0) return { outcome: 'refused', problems };
  const read = readGovernmentCalendar(rows, localDay(context.now(), TAIWAN_ZONE));
  if (read.problems.length > 0) return { outcome: 'refused', problems: read.problems };
  const { days, years } = read;
  return await context.database.prisma.$transaction(async (tx) => {
    const before = await context.calendars.taiwanIn(tx, workspaceId);
    await changeTimes(context, tx, { workspaceId }, () =>
      replaceImportedDays(tx, workspaceId, TAIWAN_CALENDAR, years, days),
    );
    await notifyCalendarsChanged(tx, workspaceId);
    return {
      outcome: 'imported',
      years,
      changes: changesIn(years, before, days),
      unknownYears: context.calendars.unknownYears(await context.calendars.taiwanIn(tx, workspaceId)),
    };
  });
}

function changesIn(
  years: readonly string[],
  before: ReadonlyMap<Day, SpecialDay>,
  after: ReadonlyMap<Day, SpecialDay>,
): CalendarChange[] {
  const days = [...new Set([...before.keys(), ...after.keys()])].sort();
  return days
    .filter((day) => years.includes(yearOf(day)))
    .map((day) => ({ day, before: before.get(day), after: after.get(day) }))
    .filter(
      (change) => change.before?.kind !== change.after?.kind || change.before?.name !== change.after?.name,
    );
}
