import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type AppSettings, botSettings, type CallPace } from './app-settings.ts';
import type { CommandParts } from './cli/commands.ts';
import type { BotConfig, Config, DemoConfig } from './config.ts';
import { openCore } from './core.ts';
import { interactiveCalls } from './delivery/interactive-calls.ts';
import { Pace } from './delivery/pace.ts';
import { reconcile } from './delivery/reconcile.ts';
import { type RedrawParts, redrawOwed } from './delivery/redraw-owed.ts';
import { type RetireParts, retireOwed } from './delivery/retire-owed.ts';
import type { SenderParts } from './delivery/sender-parts.ts';
import { resumeIfTaken } from './delivery/troubles.ts';
import { startDemo } from './demo/start-demo.ts';
import { deliverJob } from './jobs/deliver.ts';
import { housekeepingJob } from './jobs/housekeeping.ts';
import { tickJob } from './jobs/tick.ts';
import { createLog, type Log } from './log.ts';
import { startBolt } from './slack/bolt.ts';
import { strangerLocale } from './slack/client/list-directory.ts';
import { askStanding, findPosted, postDelivery, updateMessage } from './slack/client/post-delivery.ts';
import { sendFile } from './slack/client/send-file.ts';
import { createRenderers } from './slack/renderers.ts';
import { claimUndrawn, releaseDrawings } from './storage/check-ins/drawing.ts';
import { openCallers } from './usecases/callers.ts';
import { checkReadiness } from './usecases/check-readiness.ts';
import type { Context } from './usecases/context.ts';
import { drawCheckIn, drawingTimes } from './usecases/draw-check-in.ts';
import { findBackAt } from './usecases/find-back-at.ts';
import { claimEnded, recordRetired } from './usecases/retire-reminders.ts';
import { tick } from './usecases/tick.ts';
import { healthzRoute } from './web/healthz.ts';
import { readyzRoute } from './web/readyz.ts';
import { serve } from './web/serve.ts';

/** So long a tick may settle and redraw, before the next is due. */
const MENDING_MS = 25_000;

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
export async function startApp(settings: AppSettings, log: Log): Promise<App> {
  const core = await openCore(settings, log);
  const { context, client, workspaceId } = core;
  const stopping = new AbortController();
  try {
    const jobs = await core.jobs();
    const renderers = createRenderers(context);
    const { machineNow, newId, database } = context;
    const { timings } = settings;
    const paceOf = (method: string, pace: CallPace) => new Pace(database, { method, ...pace });
    const pace = paceOf('chat.postMessage', settings.paces.posts);
    const updatePace = paceOf('chat.update', settings.paces.updates);
    const historyPace = paceOf('conversations.history', settings.paces.histories);
    const sender: SenderParts = {
      database,
      renderers: renderers.deliveries,
      findBackAt: (...asked) => findBackAt(context, ...asked),
      post: postDelivery(client),
      askStanding: askStanding(client),
      pace,
      timings,
      log,
      processId: randomUUID(),
      machineNow,
      now: context.now,
      random: Math.random,
      newId,
    };
    const owed = { update: updateMessage(client), pace: updatePace, timings, log, machineNow };
    const redraws: RedrawParts = {
      claim: async (workspace) =>
        (await claimUndrawn(database.prisma, workspace, 1, drawingTimes(context)))[0],
      drawWith: (state, draw) => drawCheckIn(context, state, draw),
      render: renderers.checkIn,
      ...owed,
    };
    const retirements: RetireParts = {
      claim: (workspace) => claimEnded(context, { workspaceId: workspace }),
      record: (workspace, retired) => recordRetired(context, workspace, retired),
      render: renderers.endedReminder,
      ...owed,
    };
    const wake = (workspace: string) => context.wakeSender(database.prisma, [workspace]);
    const tickOnce = async (signal: AbortSignal) => {
      await tick(context, timings.leaseMs);
      await resumeIfTaken(sender, workspaceId);
      // What Slack keeps waiting may not hold up the next tick.
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(MENDING_MS)]);
      await reconcile({ ...sender, findPosted: findPosted(client), historyPace }, workspaceId, inTime);
      await redrawOwed(redraws, workspaceId, inTime);
      await retireOwed(retirements, workspaceId, inTime);
    };
    if (core.dataFolder !== undefined) {
      await releaseDrawings(database.prisma, drawingTimes(context));
    }
    const callers = await openCallers(context, strangerLocale(client));
    const routes = [
      healthzRoute(),
      readyzRoute(
        () => checkReadiness(context, workspaceId),
        () => stopping.signal.aborted,
      ),
    ];
    const bolt = await startBolt(
      settings.slack,
      core.identity,
      {
        context,
        findCaller: (team, user) => callers.find(team, user),
        renderCheckIn: renderers.checkIn,
        sendFile,
        calls: interactiveCalls({
          posts: pace,
          updates: updatePace,
          publishes: paceOf('views.publish', settings.paces.publishes),
          machineNow,
          log,
          signal: stopping.signal,
        }),
        log,
      },
      routes,
    );
    const web =
      settings.slack.transport.kind === 'socket' ? await serve(routes, settings.slack.port) : undefined;
    await pace.listen();
    await jobs.work(deliverJob(sender, wake));
    if (settings.ticking === 'every-minute') {
      await jobs.work(tickJob(tickOnce));
      await jobs.work(housekeepingJob(context));
    }
    return {
      context,
      workspaceId,
      eventsUrl: bolt.eventsUrl,
      sender,
      commandParts: core.commandParts,
      tick: () => tickOnce(stopping.signal),
      stop: async () => {
        stopping.abort();
        // Sending stops at once; what Slack still brings is taken until balancers have noticed.
        const sendingStopped = jobs.stop();
        // It is awaited below; until then a failure is nobody's surprise.
        sendingStopped.catch(() => {});
        if (settings.drainMs > 0) await pause(settings.drainMs);
        await Promise.all([bolt.stop(), web?.stop(), sendingStopped]);
        await core.close();
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}
