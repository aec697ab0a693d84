import { z } from 'zod';
import { openShop, type Person, type Shop } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';
import { type OpenBot, openBot } from './open-bot.ts';

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

/** Somebody types or taps, and what they see is read. */
export interface Dialogue extends OpenBot {
  readonly shop: Shop;
  readonly counting: CountingDatabase;
  /** Types a command; answers what only that person sees. */
  ask(user: string, text: string): Promise<string>;
  /** Writes to the bot and waits for what it answers there. */
  write(user: string, text: string): Promise<Said[]>;
  /** The person's open modals, top last. */
  modalsOf(user: string): Promise<z.infer<typeof view>[]>;
}

/** U0MEI reads 繁體中文, everybody else English. Slack's directory has everybody in `people` and U0TOM. */
export async function openDialogue(people: readonly Person[]): Promise<Dialogue> {
  const counting = await openCounting(STORES[0]);
  const shop = await openShop(counting.database, 'T0TEAM');
  await shop.hire(people);
  const bot = await openBot(shop, {
    people: [...new Set([...people.map(({ id }) => id), 'U0TOM'])],
    localeOf: (id) => (id === 'U0MEI' ? 'zh-TW' : 'en-GB'),
  });

  /** What the bot has said in the person's DM, newest last. */
  const said = async (user: string) =>
    messages
      .parse(JSON.parse(await bot.get(`messages?user=${user}`)))
      .filter((each) => each.user === 'U0BOT');

  return {
    ...bot,
    shop,
    counting,
    ask: (user, text) => bot.control('command', { user, command: '/competency', text }),
    write: async (user, text) => {
      const before = (await said(user)).length;
      await bot.control('message', { user, text });
      // An event is acknowledged before it is worked on.
      while ((await said(user)).length === before);
      await bot.settled();
      return (await said(user)).slice(before);
    },
    modalsOf: async (user) => views.parse(JSON.parse(await bot.get(`view?user=${user}`))).modals,
    stop: async () => {
      await bot.stop();
      await counting.remove();
    },
  };
}
