import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { max } from 'date-fns';
import type { App, Running } from '../app.ts';
import type { AppSettings, CallPace } from '../app-settings.ts';
import type { DemoConfig } from '../config.ts';
import { DELIVERY_TIMINGS } from '../delivery/timings.ts';
import { ActionableError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator/simulator.ts';
import { DRAWING_TIMINGS } from '../usecases/draw-check-in.ts';
import { findUnacknowledged } from '../usecases/find-unacknowledged.ts';
import { importRoster } from '../usecases/import-roster.ts';
import { startSchedule } from '../usecases/renew-schedules.ts';
import { acknowledgeNotices } from './acknowledge-notices.ts';
import { advanceTo } from './advance.ts';
import { chatter } from './chatter.ts';
import {
  BOT,
  CHANNELS,
  COMMAND_HINTS,
  COMMANDS,
  CONTACT,
  type Company,
  EVENTS,
  HISTORY_BEGINS,
  LIVE_BEGINS,
  loadCompany,
  SHORTCUTS,
  SIGNING_SECRET,
  TEAM,
  VISIT_BEGINS,
} from './company.ts';
import { type DemoClock, openDemoClock } from './demo-clock.ts';
import { demoRoutes } from './demo-routes.ts';
import { playHistory } from './history.ts';

/** Weeks pass in a second here, and nobody is to wait for the pace of a real Slack. */
const UNHURRIED: CallPace = { perMinute: 60_000, burst: 100, channelIntervalMs: 0, recoveryMs: 0 };

/**
 * The whole product on one machine: a simulated Slack on `port`, and the bot, unmodified, talking to it over
 * HTTP with signatures. Only business time is the demo's.
 */
export async function startDemo(
  config: DemoConfig,
  log: Log,
  startApp: (settings: AppSettings) => Promise<App>,
): Promise<Running> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await mkdir(config.folder, { recursive: true });
  const clock = openDemoClock(join(config.folder, 'clock.json'), HISTORY_BEGINS);
  const company = await loadCompany();
  let app: App | undefined;
  const simulator = await startSlack({
    port: config.port,
    team: TEAM,
    bot: BOT,
    users: company.users,
    commands: COMMANDS,
    commandHints: COMMAND_HINTS,
    shortcuts: SHORTCUTS,
    events: EVENTS,
    channels: CHANNELS,
    preparing: true,
    now: () => clock.now(),
    journalFile: join(config.folder, 'slack.jsonl'),
    extraRoutes: demoRoutes(clock, company.users, () => app),
    log,
  });
  try {
    say('Starting the demo…');
    const started = await startApp({
      slack: {
        token: BOT.token,
        apiUrl: simulator.apiUrl,
        transport: { kind: 'http', signingSecret: SIGNING_SECRET },
        port: 0,
        host: '127.0.0.1',
        callMs: DELIVERY_TIMINGS.callMs,
      },
      folder: config.folder,
      databaseUrl: config.databaseUrl,
      isDemo: true,
      contact: CONTACT,
      now: () => clock.now(),
      ticking: 'by-hand',
      paces: { posts: UNHURRIED, updates: UNHURRIED, publishes: UNHURRIED, histories: UNHURRIED },
      // Slack's clock is the demo's here, and tells nothing of the machine's.
      timings: { ...DELIVERY_TIMINGS, clockMarginMs: Number.POSITIVE_INFINITY },
      // Slack ends with this process: nothing arrives after it.
      drawing: { ...DRAWING_TIMINGS, doubtMs: 0 },
      drainMs: 0,
    });
    simulator.connectApp({ url: started.eventsUrl, signingSecret: SIGNING_SECRET });
    if (!clock.seeded) {
      say('Playing eight weeks of the demo company…');
      await seed(started, clock, company);
      await chatter(simulator.url);
      clock.markSeeded();
    }
    await started.tick();
    app = started;
    simulator.ready();
    say(
      `Ready: http://localhost:${new URL(simulator.url).port}  (Ctrl+C stops it; everything is kept in ${config.folder})`,
    );
    return {
      stop: async () => {
        await simulator.stop();
        await started.stop();
      },
    };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

/** @throws {ActionableError} when the port is taken. */
async function startSlack(options: SimulatorOptions): Promise<Simulator> {
  try {
    return await startSimulator(options);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    throw new ActionableError(
      `Port ${options.port} is taken`,
      'free it, or choose another: PORT=3001 npm start',
      { cause },
    );
  }
}

async function seed(app: App, clock: DemoClock, { roster, rosterBefore }: Company): Promise<void> {
  const { context, workspaceId } = app;
  await hire(app, rosterBefore);
  await acknowledgeNotices(context, workspaceId, await findUnacknowledged(context, workspaceId));
  await startSchedule(context, workspaceId);
  await playHistory(context, workspaceId, clock);
  clock.moveTo(max([LIVE_BEGINS, clock.now()]));
  await hire(app, roster);
  await advanceTo(app, clock, VISIT_BEGINS);
}

async function hire({ context, workspaceId, commandParts }: App, csv: string): Promise<void> {
  const directory = await commandParts.listDirectory();
  const imported = await importRoster(context, { workspaceId, csv, directory, dryRun: false });
  if (imported.outcome === 'refused') {
    throw new Error(
      `data/demo/people.csv: ${imported.problems.map(({ line, message }) => `${line}: ${message}`).join('; ')}`,
    );
  }
}
