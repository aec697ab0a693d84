import { z } from 'zod';
import { createLog } from '../../../../src/log.ts';
import { type Simulator, startSimulator } from '../../../../src/simulator/simulator.ts';
import { startBolt } from '../../../../src/slack/bolt.ts';
import { sendFile } from '../../../../src/slack/client/send-file.ts';
import { createRenderers } from '../../../../src/slack/renderers.ts';
import { openCallers } from '../../../../src/usecases/callers.ts';
import type { Context } from '../../../../src/usecases/context.ts';
import { openShop, type Person, type Shop, UNPACED } from '../../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../../support/stores.ts';

const TEAM = 'T0TEAM';
export const SECRET = 'a-signing-secret';
export const TOKEN = 'xoxb-test';

const messages = z.array(
  z.looseObject({
    user: z.string(),
    text: z.string(),
    blocks: z.array(z.looseObject({ type: z.string() })).default([]),
  }),
);
export type Said = z.infer<typeof messages>[number];

const view = z.looseObject({ callback_id: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) });
const views = z.object({ modals: z.array(view) });

/** The bot behind the local Slack, over real HTTP: somebody types or taps, and what they see is read. */
export interface Dialogue {
  readonly shop: Shop;
  readonly counting: CountingDatabase;
  readonly simulator: Simulator;
  readonly bolt: Awaited<ReturnType<typeof startBolt>>;
  /** Everything is done with this context from here on: plays a database that is away. */
  use(context: Context): void;
  /** What a control route answers, as text. */
  control(path: string, body: object): Promise<string>;
  get(path: string): Promise<string>;
  /** Types a command; answers what only that person sees. */
  ask(user: string, text: string): Promise<string>;
  /** Writes to the bot and waits for what it answers there. */
  write(user: string, text: string): Promise<Said[]>;
  /** The person's open modals, top last. */
  modalsOf(user: string): Promise<z.infer<typeof view>[]>;
  close(): Promise<void>;
}

/** U0MEI reads 繁體中文, everybody else English. Slack's directory has everybody in `people` and U0TOM. */
export async function openDialogue(people: readonly Person[]): Promise<Dialogue> {
  const counting = await openCounting(STORES[0]);
  const shop = await openShop(counting.database, TEAM);
  await shop.hire(people);
  let { context } = shop;
  const person = (id: string) => ({
    id,
    name: id,
    real_name: id,
    email: `${id}@shop.example`,
    tz: 'Asia/Taipei',
    locale: id === 'U0MEI' ? 'zh-TW' : 'en-GB',
  });
  const simulator = await startSimulator({
    port: 0,
    team: { id: TEAM, name: 'Shop', domain: 'shop' },
    bot: { token: TOKEN, userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'bot', displayName: 'Bot' },
    users: [...new Set([...people.map(({ id }) => id), 'U0TOM'])].map(person),
    now: () => new Date(),
  });
  const callers = await openCallers(context, async () => 'en');
  const changing: Context = {
    ...context,
    get database() {
      return context.database;
    },
  };
  const bolt = await startBolt(
    {
      token: TOKEN,
      apiUrl: simulator.apiUrl,
      transport: { kind: 'http', signingSecret: SECRET },
      port: 0,
      host: '127.0.0.1',
      callMs: 10_000,
    },
    { workspaceId: TEAM, botId: 'B0BOT', botUserId: 'U0BOT' },
    {
      context: changing,
      findCaller: (team, user) => callers.find(team, user),
      renderCheckIn: createRenderers(changing).checkIn,
      sendFile,
      calls: UNPACED,
      log: createLog('silent'),
    },
    [],
  );
  simulator.connectApp({ url: bolt.eventsUrl, signingSecret: SECRET });

  const control = async (path: string, body: object) => {
    const answer = await fetch(`${simulator.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await answer.text();
  };
  const get = async (path: string) => (await fetch(`${simulator.url}/_control/${path}`)).text();
  /** What the bot has said in the person's DM, newest last. */
  const said = async (user: string) =>
    messages.parse(JSON.parse(await get(`messages?user=${user}`))).filter((each) => each.user === 'U0BOT');

  return {
    shop,
    counting,
    simulator,
    bolt,
    use: (other) => {
      context = other;
    },
    control,
    get,
    ask: (user, text) => control('command', { user, command: '/competency', text }),
    write: async (user, text) => {
      const before = (await said(user)).length;
      await control('message', { user, text });
      // An event is acknowledged before it is worked on.
      while ((await said(user)).length === before);
      await bolt.settled();
      return (await said(user)).slice(before);
    },
    modalsOf: async (user) => views.parse(JSON.parse(await get(`view?user=${user}`))).modals,
    close: async () => {
      await bolt.stop();
      await simulator.stop();
      await counting.remove();
    },
  };
}
