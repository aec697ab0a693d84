import { randomUUID } from 'node:crypto';
import type { CommandParts } from './cli/commands.ts';
import type { BotConfig, Config, DemoConfig } from './config.ts';
import { type AppSettings, botSettings, openCore } from './core.ts';
import { Pace } from './delivery/pace.ts';
import { reconcile } from './delivery/reconcile.ts';
import type { SenderParts } from './delivery/sender-parts.ts';
import { startDemo } from './demo/start-demo.ts';
import { deliverJob } from './jobs/deliver.ts';
import { tickJob } from './jobs/tick.ts';
import { createLog, type Log } from './log.ts';
import { startBolt } from './slack/bolt.ts';
import { strangerLocale } from './slack/client/list-directory.ts';
import { findPosted, postDelivery } from './slack/client/post-delivery.ts';
import { createRedraws } from './slack/redraws.ts';
import { createRenderers } from './slack/renderers.ts';
import { openCallers } from './usecases/callers.ts';
import type { Context } from './usecases/context.ts';
import { tick } from './usecases/tick.ts';

export interface Running {
  stop(): Promise<void>;
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
      pace: new Pace(settings.posts.perMinute, 20),
      channelPace: new Pace(settings.posts.perMinuteAndChannel, 1),
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
