import { createHmac } from 'node:crypto';
import { localeFromSlack } from '../../../src/domain/people/locale.ts';
import { createLog } from '../../../src/log.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../src/simulator/simulator.ts';
import { type BoltSettings, startBolt } from '../../../src/slack/bolt.ts';
import { sendFile } from '../../../src/slack/client/send-file.ts';
import { createRenderers } from '../../../src/slack/renderers.ts';
import type { Database } from '../../../src/storage/database.ts';
import { openCallers } from '../../../src/usecases/callers.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { type Shop, UNPACED } from '../../support/shop.ts';

export const SECRET = 'a-signing-secret';
const TOKEN = 'xoxb-test';
const JSON_TYPE = 'application/json';

export interface BotOptions {
  /** Who is in Slack. */
  readonly people: readonly string[];
  /** Somebody's language in Slack: British English unless told. */
  readonly localeOf?: (slackUserId: string) => string;
  /** Whatever else differs in this Slack. */
  readonly slack?: Partial<SimulatorOptions>;
}

type Ears = Awaited<ReturnType<typeof startBolt>>;

/** The bot's ears before a local Slack, on somebody's shop, spoken to over HTTP. */
export interface OpenBot {
  readonly simulator: Simulator;
  /** Waits for what is done after the acknowledgements. */
  settled(): Promise<void>;
  /** Asks this client from here on: plays a database that is away or hangs. */
  use(prisma: Database['prisma']): void;
  /** What the local Slack answers to somebody's doing, as text. */
  control(path: string, body: object): Promise<string>;
  get(path: string): Promise<string>;
  /** Calls Slack's Web API as the bot does. */
  call(method: string, body: object): Promise<unknown>;
  /** Sends the bot what the people of the local Slack cannot cause, signed as Slack does unless told. */
  deliver(
    body: string,
    how?: { contentType?: string; secret?: string; timestamp?: number },
  ): Promise<Response>;
  stop(): Promise<void>;
}

export async function openBot(shop: Shop, options: BotOptions): Promise<OpenBot> {
  const { workspaceId } = shop;
  const localeOf = options.localeOf ?? (() => 'en-GB');
  const simulator = await startSimulator({
    port: 0,
    team: { id: workspaceId, name: 'Shop', domain: 'shop' },
    bot: { token: TOKEN, userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'bot', displayName: 'Bot' },
    users: options.people.map((id) => ({
      id,
      name: id,
      real_name: id,
      email: `${id}@shop.example`,
      tz: 'Asia/Taipei',
      locale: localeOf(id),
    })),
    now: () => new Date(),
    ...options.slack,
  });
  let { prisma } = shop.context.database;
  const context: Context = {
    ...shop.context,
    get database() {
      return { ...shop.context.database, prisma };
    },
  };
  const callers = await openCallers(shop.context, async (_team, id) => localeFromSlack(localeOf(id)));
  const bolt = await startEars(context, workspaceId, {
    apiUrl: simulator.apiUrl,
    transport: { kind: 'http', signingSecret: SECRET },
    findCaller: (team, user) => callers.find(team, user),
  });
  simulator.connectApp({ url: bolt.eventsUrl, signingSecret: SECRET });
  const post = (url: string, body: object) =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': JSON_TYPE },
      body: JSON.stringify(body),
    });
  return {
    simulator,
    settled: bolt.settled,
    use: (other) => {
      prisma = other;
    },
    control: async (path, body) => (await post(`${simulator.url}/_control/${path}`, body)).text(),
    get: async (path) => (await fetch(`${simulator.url}/_control/${path}`)).text(),
    call: async (method, body) => (await post(`${simulator.apiUrl}${method}`, body)).json(),
    deliver: (body, { contentType = JSON_TYPE, secret = SECRET, timestamp = secondsNow() } = {}) => {
      const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      return fetch(bolt.eventsUrl, {
        method: 'POST',
        headers: {
          'content-type': contentType,
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': `v0=${signature}`,
        },
        body,
      });
    },
    stop: async () => {
      await bolt.stop();
      await simulator.stop();
    },
  };
}

/** The ears alone, before whichever Slack answers at `apiUrl`. */
export function startEars(
  context: Context,
  workspaceId: string,
  slack: Pick<BoltSettings, 'transport'> & {
    readonly apiUrl: string;
    readonly findCaller: Awaited<ReturnType<typeof openCallers>>['find'];
  },
): Promise<Ears> {
  const { apiUrl, transport, findCaller } = slack;
  return startBolt(
    { token: TOKEN, apiUrl, transport, port: 0, host: '127.0.0.1', callMs: 10_000 },
    { workspaceId, botId: 'B0BOT', botUserId: 'U0BOT' },
    {
      context,
      findCaller,
      renderCheckIn: createRenderers(context).checkIn,
      sendFile,
      calls: UNPACED,
      log: createLog('silent'),
    },
    [],
  );
}

/** A database that is away, with a reason that is nobody's business. */
export function away(prisma: Database['prisma']): Database['prisma'] {
  return new Proxy(prisma, {
    get: () => () => Promise.reject(new Error('connection refused at secret-host')),
  });
}

export function secondsNow(): number {
  return Math.floor(Date.now() / 1_000);
}
