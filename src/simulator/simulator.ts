import { randomBytes } from 'node:crypto';
import { createActivityLog } from './activity-log.ts';
import { connectedApps } from './app/connected-apps.ts';
import { createEventRetries, RETRY_AFTER_MS } from './app/event-retries.ts';
import type { AppTarget } from './app/send-to-app.ts';
import { createFaults } from './faults/faults.ts';
import type { Route } from './http/route.ts';
import { isLoopback } from './http/same-machine.ts';
import { startServer } from './http/server.ts';
import type { SimulatorOptions } from './options.ts';
import { createRateLimiter } from './rate-limit.ts';
import { createRecord } from './record.ts';
import { simulatorRoutes } from './routes.ts';
import type { Slack } from './slack.ts';
import { openStore } from './state/store.ts';
import { createTriggers } from './triggers.ts';
import { createUploads } from './uploads.ts';
import { createChosen } from './views/chosen.ts';
import { createModals } from './views/modals.ts';
import { createVisibility } from './visibility.ts';

export type { Reply, Route } from './http/route.ts';
export { json } from './http/route.ts';
export type {
  SimulatedBot,
  SimulatedChannel,
  SimulatedCommandHint,
  SimulatedShortcut,
  SimulatedUser,
  SimulatorOptions,
} from './options.ts';

export interface Simulator {
  readonly url: string;
  /** For the app's `slackApiUrl`. */
  readonly apiUrl: string;
  /** From now on commands, taps and messages go to these processes of the app, each in turn. */
  connectApp(...apps: AppTarget[]): void;
  /** Everything it answers. */
  readonly routes: readonly Pick<Route, 'method' | 'path'>[];
  /** What was being prepared is there: pages show it. */
  ready(): void;
  stop(): Promise<void>;
}

/**
 * Starts a local Slack: Web API, interactions and a page to watch and use it, over HTTP on this machine only.
 * Rejects when the port is taken, the host is not a loopback address, or the journal cannot be read.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host)) throw new Error(`The simulated Slack listens on this machine only, not on ${host}`);
  const machineMs = () => performance.now();
  const random = options.random ?? Math.random;
  const newId = () => randomBytes(6).toString('hex').toUpperCase();
  const record = createRecord(options.now, () => Date.now());
  const store = openStore(options.journalFile, (entry) => record.add(entry));
  const { rateLimits = false } = options;
  const slack: Slack = {
    options,
    store,
    activity: createActivityLog(options.now),
    record,
    rates:
      rateLimits === false
        ? undefined
        : createRateLimiter(machineMs, rateLimits === true ? undefined : rateLimits),
    faults: createFaults(machineMs, random),
    triggers: createTriggers(machineMs, newId),
    visibility: createVisibility(machineMs, random, options.historyLagMs ?? 0),
    modals: createModals((happening) => {
      record.add(happening);
      store.changes.bump();
    }),
    chosen: createChosen(),
    uploads: createUploads(),
    retries: createEventRetries(options.eventRetryAfterMs ?? RETRY_AFTER_MS),
    apps: connectedApps(),
    newId,
    preparing: options.preparing ?? false,
    url: '',
  };
  const routes = simulatorRoutes(slack);
  const server = await startServer(routes, { host, port: options.port, log: options.log });
  slack.url = `http://${host}:${server.port}`;
  return {
    url: slack.url,
    apiUrl: `${slack.url}/api/`,
    connectApp: (...apps) => slack.apps.connect(apps),
    routes: routes.map(({ method, path }) => ({ method, path })),
    ready: () => {
      slack.preparing = false;
      store.changes.bump();
    },
    stop: async () => {
      slack.retries.stop();
      await server.stop();
      store.close();
    },
  };
}
