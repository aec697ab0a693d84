import { addDays, type Day } from '../domain/check-in/calendar-day.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import {
  createPublicCalendar,
  NO_HOLIDAYS,
  type PublicCalendar,
  replaceYears,
  type SpecialDay,
  yearOf,
  yearsOf,
} from '../domain/check-in/work-calendar.ts';
import type { Log } from '../log.ts';
import { CALENDARS_CHANGED, findImportedDays } from '../storage/calendar/calendar-days.ts';
import type { WorldHolidays } from '../storage/calendar/world-holidays.ts';
import type { Database, Queryable } from '../storage/database.ts';

/** Taiwan's calendar, as `calendar_day` names it. */
export const TAIWAN_CALENDAR = 'tw';

/** Whoever lives in this zone follows Taiwan's calendar. */
export const TAIWAN_ZONE = 'Asia/Taipei';

/** Where somebody is: what decides which calendar they follow. */
export interface Place {
  readonly workspaceId: string;
  readonly timeZone: string;
}

export type CalendarAt = (place: Place) => PublicCalendar;

export interface Calendars {
  /**
   * The calendars of these places, read where they are not remembered. A transaction that has changed them itself
   * asks for them `afresh`, and nothing is remembered of what it may undo.
   */
  read(db: Queryable, places: readonly Place[], how?: 'afresh'): Promise<CalendarAt>;
  /** Taiwan's special days in a workspace, imported years over those that ship. One statement. */
  taiwanIn(db: Queryable, workspaceId: string): Promise<ReadonlyMap<Day, SpecialDay>>;
  /** The years, of today and a year from now, that this list of Taiwan's days does not know. */
  unknownYears(days: ReadonlyMap<Day, SpecialDay>): readonly string[];
}

interface TaiwanInWorkspace {
  readonly calendar: PublicCalendar;
  /** Those that are known. */
  readonly years: ReadonlySet<string>;
}

export interface CalendarSources {
  readonly database: Pick<Database, 'listen'>;
  /** Taiwan's days as they ship. */
  readonly taiwan: ReadonlyMap<Day, SpecialDay>;
  /** Loaded when somebody lives in another country, and never before. */
  readonly loadWorld: () => Promise<WorldHolidays>;
  /** Business time. */
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * Remembers calendars, so that a tick reads none once warm; forgotten for a workspace when any process imports
 * there, for all when such news may have been missed.
 */
export async function openCalendars(sources: CalendarSources): Promise<Calendars> {
  const { database, taiwan, loadWorld, now, log } = sources;
  const remembered = new Map<string, TaiwanInWorkspace>();
  const warned = new Set<string>();
  let world: Promise<WorldHolidays> | undefined;
  let changes = 0;

  await database.listen(
    CALENDARS_CHANGED,
    (workspaceId) => {
      changes += 1;
      remembered.delete(workspaceId);
    },
    () => {
      changes += 1;
      remembered.clear();
    },
  );

  const warnOnce = (key: string, warn: () => void) => {
    if (warned.has(key)) return;
    warned.add(key);
    warn();
  };
  const unknownYears = (known: ReadonlySet<string>) => {
    const today = localDay(now(), TAIWAN_ZONE);
    return [...new Set([today, addDays(today, 365)].map(yearOf))].filter((year) => !known.has(year));
  };
  const warnOfYear = (workspaceId: string, year: string) =>
    warnOnce(`${workspaceId} ${year} ${localDay(now(), TAIWAN_ZONE)}`, () =>
      log.warn(
        { calendar: TAIWAN_CALENDAR, workspaceId, year },
        'the holidays of that year are not known: Monday to Friday are assumed',
      ),
    );

  const readDays = async (db: Queryable, workspaceIds: readonly string[]) => {
    const imported = await findImportedDays(db, TAIWAN_CALENDAR, workspaceIds);
    return new Map(
      workspaceIds.map((id) => [id, replaceYears(taiwan, imported.get(id) ?? new Map<Day, SpecialDay>())]),
    );
  };
  const readTaiwan = async (db: Queryable, workspaceIds: readonly string[], afresh: boolean) => {
    const found = new Map<string, TaiwanInWorkspace>();
    for (const [id, calendar] of remembered)
      if (!afresh && workspaceIds.includes(id)) found.set(id, calendar);
    const missing = workspaceIds.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const before = changes;
    for (const [workspaceId, days] of await readDays(db, missing)) {
      const onUnknownYear = (year: string) => warnOfYear(workspaceId, year);
      const read = { calendar: createPublicCalendar(days, onUnknownYear), years: yearsOf(days) };
      found.set(workspaceId, read);
      // News that came meanwhile may be newer than what was read.
      if (!afresh && before === changes) remembered.set(workspaceId, read);
    }
    return found;
  };

  return {
    read: async (db, places, how) => {
      const inTaiwan = places.filter(({ timeZone }) => timeZone === TAIWAN_ZONE);
      const workspaceIds = [...new Set(inTaiwan.map(({ workspaceId }) => workspaceId))];
      const taiwanOf = await readTaiwan(db, workspaceIds, how === 'afresh');
      for (const [workspaceId, { years }] of taiwanOf) {
        for (const year of unknownYears(years)) warnOfYear(workspaceId, year);
      }
      if (inTaiwan.length < places.length) world ??= loadWorld();
      const holidays = await world;
      return ({ workspaceId, timeZone }) => {
        const calendar =
          timeZone === TAIWAN_ZONE ? taiwanOf.get(workspaceId)?.calendar : holidays?.calendarIn(timeZone);
        if (calendar !== undefined) return calendar;
        warnOnce(timeZone, () =>
          log.warn({ timeZone }, 'no calendar is known for that time zone: Monday to Friday are assumed'),
        );
        return NO_HOLIDAYS;
      };
    },
    taiwanIn: async (db, workspaceId) => (await readDays(db, [workspaceId])).get(workspaceId) ?? taiwan,
    unknownYears: (days) => unknownYears(yearsOf(days)),
  };
}
