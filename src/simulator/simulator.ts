import { randomBytes } from 'node:crypto';
import { createActivityLog } from './activity-log.ts';
import type { AppTarget } from './app/send-to-app.ts';
import { isLoopback } from './http/same-machine.ts';
import { startServer } from './http/server.ts';
import type { SimulatorOptions } from './options.ts';
import { createRateLimiter } from './rate-limit.ts';
import { simulatorRoutes } from './routes.ts';
import type { Slack } from './slack.ts';
import { openStore } from './state/store.ts';

export type { Reply, Route } from './http/route.ts';
export { json } from './http/route.ts';
export type { SimulatedBot, SimulatedUser, SimulatorOptions } from './options.ts';

export interface Simulator {
  readonly url: string;
  /** For the app's `slackApiUrl`. */
  readonly apiUrl: string;
  /** From now on commands, taps and messages go to this app. */
  connectApp(app: AppTarget): void;
  stop(): Promise<void>;
}

/**
 * Starts a local Slack: Web API, interactions and a page to watch and use it, over HTTP on this machine only.
 * Rejects when the port is taken, the host is not a loopback address, or the journal cannot be read.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host)) throw new Error(`The simulated Slack listens on this machine only, not on ${host}`);
  const store = openStore(options.journalFile);
  const slack: Slack = {
    options,
    store,
    activity: createActivityLog(options.now),
    rates: options.rateLimits ? createRateLimiter(() => performance.now()) : undefined,
    newId: () => randomBytes(6).toString('hex').toUpperCase(),
    url: '',
    app: undefined,
  };
  const server = await startServer(simulatorRoutes(slack), { host, port: options.port, log: options.log });
  slack.url = `http://${host}:${server.port}`;
  return {
    url: slack.url,
    apiUrl: `${slack.url}/api/`,
    connectApp: (app) => {
      slack.app = app;
    },
    stop: async () => {
      await server.stop();
      store.close();
    },
  };
}
