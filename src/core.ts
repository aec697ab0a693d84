import { fileURLToPath } from 'node:url';
import type { WebClient } from '@slack/web-api';
import { v7 } from 'uuid';
import type { AppSettings } from './app-settings.ts';
import { type CommandParts, runCommand } from './cli/commands.ts';
import { DEFAULT_SCHEDULE } from './domain/check-in/schedule.ts';
import { createStandardLibrary } from './domain/standard/standard-library.ts';
import { ActionableError } from './errors.ts';
import { DELIVER } from './jobs/deliver.ts';
import { HOUSEKEEPING } from './jobs/housekeeping.ts';
import { type JobEngine, startJobEngine } from './jobs/job-engine.ts';
import { TICK } from './jobs/tick.ts';
import type { Log } from './log.ts';
import { askRights } from './slack/client/ask-rights.ts';
import { createWebClient } from './slack/client/create-clients.ts';
import { type BotIdentity, identify } from './slack/client/identify.ts';
import { listDirectory } from './slack/client/list-directory.ts';
import { slackLogger } from './slack/slack-logger.ts';
import { loadHolidays } from './storage/calendar/holidays.ts';
import { loadWorldHolidays } from './storage/calendar/world-holidays.ts';
import { type DataFolder, takeDataFolder } from './storage/data-folder/data-folder.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { resumeWorkspace } from './storage/people/suspensions.ts';
import { ensureWorkspace, findOtherWorkspace } from './storage/people/workspaces.ts';
import { loadStandards } from './storage/standards.ts';
import { openCalendars } from './usecases/calendars.ts';
import type { Context } from './usecases/context.ts';
import { renewZoneRules } from './usecases/renew-zone-rules.ts';

const STANDARDS = fileURLToPath(new URL('../data/standards', import.meta.url));
const TAIWAN_HOLIDAYS = fileURLToPath(new URL('../data/holidays/tw.csv', import.meta.url));

/** The database, the folder it lives in, and the context of the use cases: what a command line needs as well. */
export interface Core {
  readonly context: Context;
  readonly client: WebClient;
  readonly workspaceId: string;
  readonly identity: BotIdentity;
  readonly dataFolder: DataFolder | undefined;
  /** Started when it is first asked for: a command line does without. */
  readonly jobs: () => Promise<JobEngine>;
  readonly commandParts: CommandParts;
  close(): Promise<void>;
}

/**
 * Opens everything but the ears and the workers.
 *
 * @throws {ActionableError} when the folder is in use or the database cannot be opened.
 */
export async function openCore(settings: AppSettings, log: Log): Promise<Core> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const dataFolder =
      settings.isDemo || settings.databaseUrl === undefined
        ? await takeDataFolder(settings.folder)
        : undefined;
    if (dataFolder !== undefined) closers.push(() => dataFolder.release());
    const client = createWebClient(settings.slack, slackLogger(log));
    const [identity, database, standards] = await allOrClose(
      identify(client, log),
      openDatabase({ url: settings.databaseUrl, folder: settings.folder }),
      loadStandards(STANDARDS),
    );
    closers.push(() => database.close());
    const { workspaceId } = identity;
    const calendars = await openCalendars({
      database,
      taiwan: await loadHolidays(TAIWAN_HOLIDAYS),
      loadWorld: loadWorldHolidays,
      now: settings.now,
      log,
    });
    await ensureWorkspace(
      database,
      { workspaceId, name: identity.workspaceName, isDemo: settings.isDemo, contact: settings.contact },
      DEFAULT_SCHEDULE,
      settings.now(),
    );
    const other = await findOtherWorkspace(database.prisma, workspaceId);
    if (other !== undefined) {
      throw new ActionableError(
        `This database holds another workspace, ${other}, whose messages this bot's token cannot send`,
        'give each workspace a database of its own',
      );
    }
    // Slack just told us who we are: whatever it refused before, it does not now.
    await resumeWorkspace(database.prisma, workspaceId);
    let engine: Promise<JobEngine> | undefined;
    const jobs = () => {
      engine ??= startJobEngine(database, [DELIVER, TICK, HOUSEKEEPING], log);
      return engine;
    };
    closers.push(async () => (await engine)?.stop());
    const context: Context = {
      database,
      library: createStandardLibrary(standards),
      calendars,
      // A runtime built without its own time zone database does not say which one it uses.
      zoneRules: process.versions.tz ?? 'unknown',
      now: settings.now,
      machineNow: () => new Date(),
      drawing: settings.drawing,
      newId: () => v7(),
      log,
      wakeSender: async (tx, workspaceIds) => {
        const payloads = workspaceIds.map((id) => ({ workspaceId: id }));
        await (await jobs()).enqueue(tx, DELIVER, payloads);
      },
    };
    await renewZoneRules(context);
    const commandParts = {
      context,
      workspaceId,
      isDemo: settings.isDemo,
      listDirectory: () => listDirectory(client),
      askRights: () => askRights(client),
    };
    dataFolder?.onCommand((command, input) => runCommand(commandParts, command, input));
    return {
      context,
      client,
      workspaceId,
      identity,
      dataFolder,
      jobs,
      commandParts,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits for all three; when one fails, a database that opened is closed again. */
async function allOrClose<Identity, Standards>(
  identity: Promise<Identity>,
  database: Promise<Database>,
  standards: Promise<Standards>,
): Promise<[Identity, Database, Standards]> {
  try {
    return await Promise.all([identity, database, standards]);
  } catch (error) {
    await database.then((opened) => opened.close()).catch(() => {});
    throw error;
  }
}
