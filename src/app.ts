import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { WebClient } from '@slack/web-api';
import { v7 } from 'uuid';
import { z } from 'zod';
import { type CommandParts, runCommand } from './cli/commands.ts';
import type { BotConfig, Config, DemoConfig } from './config.ts';
import { Pace } from './delivery/pace.ts';
import { reconcile } from './delivery/reconcile.ts';
import type { SenderParts } from './delivery/sender.ts';
import { startDemo } from './demo/start-demo.ts';
import { DEFAULT_SCHEDULE } from './domain/check-in/schedule.ts';
import { createStandardLibrary } from './domain/standard/standard-library.ts';
import { DELIVER, deliverJob } from './jobs/deliver.ts';
import { type JobEngine, startJobEngine } from './jobs/job-engine.ts';
import { TICK, tickJob } from './jobs/tick.ts';
import { createLog, type Log } from './log.ts';
import { type BoltSettings, startBolt } from './slack/bolt.ts';
import { createWebClient } from './slack/client/create-clients.ts';
import { listDirectory, strangerLocale } from './slack/client/list-directory.ts';
import { findPosted, postDelivery } from './slack/client/post-delivery.ts';
import { createRedraws } from './slack/redraws.ts';
import { createRenderers } from './slack/renderers.ts';
import { slackLogger } from './slack/slack-logger.ts';
import { type DataFolder, takeDataFolder } from './storage/data-folder/data-folder.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { ensureWorkspace } from './storage/people/workspaces.ts';
import { loadStandards } from './storage/standards.ts';
import { openCallers } from './usecases/callers.ts';
import type { Context } from './usecases/context.ts';
import { tick } from './usecases/tick.ts';

const STANDARDS = fileURLToPath(new URL('../data/standards', import.meta.url));

export interface Running {
  stop(): Promise<void>;
}

/** What one bot in one workspace needs; the real one and the demo's differ only in this. */
export interface AppSettings {
  readonly slack: BoltSettings;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly isDemo: boolean;
  readonly contact: string | undefined;
  /** Business time. */
  readonly now: () => Date;
  /** `every-minute` by the job engine, or `by-hand` by whoever moves the demo's clock. */
  readonly ticking: 'every-minute' | 'by-hand';
  readonly postsPerMinute: number;
}

export interface App extends Running {
  readonly context: Context;
  readonly workspaceId: string;
  /** Where Slack's requests are taken. */
  readonly eventsUrl: string;
  readonly sender: SenderParts;
  readonly commandParts: CommandParts;
  tick(): Promise<void>;
}

/** Starts what the configuration asks for. */
export async function start(config: Config): Promise<Running> {
  const log = createLog(config.logLevel);
  return config.mode === 'demo' ? await startDemoApp(config, log) : await startBot(config, log);
}

async function startDemoApp(config: DemoConfig, log: Log): Promise<Running> {
  return await startDemo(config, log, (settings) => startApp(settings, log));
}

async function startBot(config: BotConfig, log: Log): Promise<Running> {
  const app = await startApp(botSettings(config), log);
  log.info({ workspaceId: app.workspaceId, transport: config.slack.transport.kind }, 'the bot is running');
  return app;
}

/** "Several hundred a minute" is Slack's limit for a workspace; this leaves room for whatever else it runs. */
const POSTS_PER_MINUTE = 300;

/** The settings of the bot in a real workspace. */
export function botSettings({ slack, port, folder, databaseUrl, contact }: BotConfig): AppSettings {
  return {
    slack: { ...slack, port, host: undefined },
    folder,
    databaseUrl,
    contact,
    isDemo: false,
    now: () => new Date(),
    ticking: 'every-minute',
    postsPerMinute: POSTS_PER_MINUTE,
  };
}

/** The database, the folder it lives in, and the context of the use cases: what a command line needs as well. */
export interface Core {
  readonly context: Context;
  readonly client: WebClient;
  readonly workspaceId: string;
  readonly identity: { readonly botId: string; readonly botUserId: string };
  readonly dataFolder: DataFolder | undefined;
  /** Started when it is first asked for: a command line does without. */
  readonly jobs: () => Promise<JobEngine>;
  readonly commandParts: CommandParts;
  close(): Promise<void>;
}

const authTest = z.object({
  team_id: z.string(),
  team: z.string().default(''),
  bot_id: z.string(),
  user_id: z.string(),
});

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
      client.auth.test().then((answer) => authTest.parse(answer)),
      openDatabase({ url: settings.databaseUrl, folder: settings.folder }),
      loadStandards(STANDARDS),
    );
    closers.push(() => database.close());
    const workspaceId = identity.team_id;
    await ensureWorkspace(
      database,
      { workspaceId, name: identity.team, isDemo: settings.isDemo, contact: settings.contact },
      DEFAULT_SCHEDULE,
      settings.now(),
    );
    let engine: Promise<JobEngine> | undefined;
    const jobs = () => {
      engine ??= startJobEngine(database, [DELIVER, TICK], log);
      return engine;
    };
    closers.push(async () => (await engine)?.stop());
    const context: Context = {
      database,
      library: createStandardLibrary(standards),
      now: settings.now,
      newId: () => v7(),
      log,
      wakeSender: async (tx, workspaceIds) => {
        const payloads = workspaceIds.map((id) => ({ workspaceId: id }));
        await (await jobs()).enqueue(tx, DELIVER, payloads);
      },
    };
    const commandParts = { context, workspaceId, listDirectory: () => listDirectory(client) };
    dataFolder?.onCommand((command, input) => runCommand(commandParts, command, input));
    return {
      context,
      client,
      workspaceId,
      identity: { botId: identity.bot_id, botUserId: identity.user_id },
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

/** Starts one bot: opens the core, plugs sender, workers and listeners into it, and listens. */
async function startApp(settings: AppSettings, log: Log): Promise<App> {
  const core = await openCore(settings, log);
  const { context, client, workspaceId } = core;
  try {
    const jobs = await core.jobs();
    const renderers = createRenderers(context);
    const machineNow = () => new Date();
    const sender: SenderParts = {
      database: context.database,
      renderers: renderers.deliveries,
      post: postDelivery(client),
      pace: new Pace(settings.postsPerMinute, 20),
      log,
      processId: randomUUID(),
      machineNow,
      random: Math.random,
    };
    const tickOnce = async () => {
      await tick(context, machineNow());
      await reconcile({ database: context.database, findPosted: findPosted(client), log, machineNow });
    };
    const callers = await openCallers(context, strangerLocale(client));
    const bolt = await startBolt(
      settings.slack,
      { ...core.identity, workspaceId },
      {
        context,
        findCaller: (team, user) => callers.find(team, user),
        renderCheckIn: renderers.checkIn,
        redraw: createRedraws(),
        log,
      },
    );
    await jobs.work(deliverJob(sender));
    if (settings.ticking === 'every-minute') await jobs.work(tickJob(tickOnce));
    return {
      context,
      workspaceId,
      eventsUrl: bolt.eventsUrl,
      sender,
      commandParts: core.commandParts,
      tick: tickOnce,
      stop: async () => {
        await bolt.stop();
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}
