import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import type { InteractiveCalls } from '../../src/delivery/interactive-calls.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/check-in/schedule.ts';
import type { DirectoryUser } from '../../src/domain/people/directory.ts';
import { createStandardLibrary } from '../../src/domain/standard/standard-library.ts';
import { createLog } from '../../src/log.ts';
import { loadWorldHolidays } from '../../src/storage/calendar/world-holidays.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';
import { findCheckInsOfPeriod } from '../../src/storage/check-ins/find-check-ins.ts';
import type { Database } from '../../src/storage/database.ts';
import { ensureWorkspace } from '../../src/storage/people/workspaces.ts';
import { loadStandards } from '../../src/storage/standards.ts';
import { openCalendars } from '../../src/usecases/calendars.ts';
import type { Context } from '../../src/usecases/context.ts';
import { DRAWING_TIMINGS } from '../../src/usecases/draw-check-in.ts';
import { importRoster, type RosterImport } from '../../src/usecases/import-roster.ts';
import { startSchedule } from '../../src/usecases/renew-schedules.ts';
import { acknowledgeFor } from './acknowledge.ts';
import { TAIWAN_DAYS } from './taiwan.ts';

export const RETAIL = 'IIS3513-005v4';
export const ASSISTANT = 'KRM4224-002v2';

/** Calls that keep to no pace. */
export const UNPACED: InteractiveCalls = {
  post: (_workspaceId, _recipient, call) => call(),
  update: (_workspaceId, call) => call(),
  publish: (_workspaceId, call) => call(),
};

/** Where the tests' library comes from: the standards that ship. */
export const standards = await loadStandards(fileURLToPath(new URL('../../data/standards', import.meta.url)));

export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly standard?: string;
  readonly supervisor?: string;
  readonly role?: string;
  readonly timeZone?: string;
  /** Whether they have read the notice about their data; they have unless told. */
  readonly acknowledged?: boolean;
}

/** A workspace to try things in: its clock is a variable, its directory is whoever is named in the roster. */
export interface Shop {
  readonly context: Context;
  readonly workspaceId: string;
  /** Workspaces that the sender was woken for, in order. */
  readonly woken: string[];
  at(instant: string): void;
  /** Moves real time, which moves by itself nowhere. */
  machineAt(instant: string): void;
  hire(people: readonly Person[]): Promise<RosterImport>;
  start(): Promise<void>;
  /** Check-ins that are queued have gone out by now. */
  sendCheckIns(): Promise<void>;
  checkInsOf(period: string): Promise<CheckInForMember[]>;
  checkInOf(slackUserId: string, period: string): Promise<CheckInForMember>;
}

export async function openShop(database: Database, workspaceId = 'T0SHOP'): Promise<Shop> {
  let now = new Date('2026-11-16T00:00:00Z');
  let machineNow = new Date('2026-11-16T00:00:00Z');
  const woken: string[] = [];
  const log = createLog('silent');
  const context: Context = {
    database,
    library: createStandardLibrary(standards),
    calendars: await openCalendars({
      database,
      taiwan: TAIWAN_DAYS,
      loadWorld: loadWorldHolidays,
      now: () => now,
      log,
    }),
    zoneRules: '2026a',
    now: () => now,
    machineNow: () => machineNow,
    drawing: DRAWING_TIMINGS,
    newId: () => v7(),
    log,
    wakeSender: async (_tx, workspaceIds) => {
      woken.push(...workspaceIds);
    },
  };
  await ensureWorkspace(
    database,
    { workspaceId, name: 'Shop', isDemo: false, contact: 'hr@shop.example' },
    DEFAULT_SCHEDULE,
    now,
  );
  const checkInsOf = (period: string) => findCheckInsOfPeriod(database.prisma, workspaceId, period);
  return {
    context,
    workspaceId,
    woken,
    at: (instant) => {
      now = new Date(instant);
    },
    machineAt: (instant) => {
      machineNow = new Date(instant);
    },
    hire: (people) => hire(context, workspaceId, people),
    start: async () => {
      await startSchedule(context, workspaceId);
    },
    sendCheckIns: async () => {
      await database.prisma.delivery.updateMany({
        where: { workspaceId, kind: 'check-in', state: 'queued' },
        data: { state: 'sent', reachedAt: now },
      });
    },
    checkInsOf,
    checkInOf: async (slackUserId, period) => {
      const found = (await checkInsOf(period)).find(({ recipient }) => recipient.slackUserId === slackUserId);
      if (found === undefined) throw new Error(`${slackUserId} has no check-in for ${period}`);
      return found;
    },
  };
}

async function hire(context: Context, workspaceId: string, people: readonly Person[]): Promise<RosterImport> {
  const rows = people.map(({ id, standard, supervisor, role }) => [id, standard, supervisor, role].join(','));
  const imported = await importRoster(context, {
    workspaceId,
    csv: ['slack_id,standard,supervisor,role', ...rows].join('\n'),
    directory: people.map(toDirectoryUser),
    dryRun: false,
  });
  const readers = people.filter(({ acknowledged }) => acknowledged ?? true).map(({ id }) => id);
  if (imported.outcome === 'imported') await acknowledgeFor(context.database, workspaceId, readers);
  return imported;
}

function toDirectoryUser({ id, name, timeZone }: Person): DirectoryUser {
  return {
    slackUserId: id,
    email: `${id.toLowerCase()}@shop.example`,
    displayName: name ?? `Name of ${id}`,
    timeZone: timeZone ?? 'Asia/Taipei',
    slackLocale: 'zh-TW',
    standing: 'person',
  };
}
