import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createRenderers, type Renderers } from '../../../src/slack/renderers.ts';
import { openShop, RETAIL, type Shop } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';
import { weeksOf } from '../../support/weeks.ts';
import { type OpenBot, openBot } from '../support/open-bot.ts';
import { postCheckIn } from '../support/post-check-in.ts';

const shown = z.looseObject({ ts: z.string(), text: z.string() });
const posted = z.looseObject({ ok: z.literal(true), ts: z.string() });
const views = z.object({
  modals: z.array(
    z.looseObject({
      callback_id: z.string(),
      blocks: z.array(z.unknown()),
      errors: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

describe('around the prompt, over real HTTP', () => {
  let counting: CountingDatabase;
  let bot: OpenBot;
  let renderers: Renderers;
  let nextWeek: ReturnType<typeof weeksOf>;
  let shop: Shop;
  let checkInId: string;
  /** Where the check-in's message is. */
  let ts: string;

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, 'T0TEAM');
    await shop.hire([{ id: 'U0MEI', standard: RETAIL }]);
    await shop.start();
    renderers = createRenderers(shop.context);
    bot = await openBot(shop, { people: ['U0MEI', 'U0TOM'], localeOf: () => 'zh-TW' });
    nextWeek = weeksOf(shop, 'U0MEI');
  });

  afterAll(async () => {
    await bot.stop();
    await counting.remove();
  });

  const control = async (path: string, body: object) => {
    const text = await bot.control(path, body);
    await bot.settled();
    return text;
  };
  const get = async (path: string): Promise<unknown> => JSON.parse(await bot.get(path));
  const messages = async () => z.array(shown).parse(await get('messages?user=U0MEI'));
  const message = async (at = ts) => JSON.stringify((await messages()).find((each) => each.ts === at));
  const said = async (user = 'U0MEI') =>
    z
      .array(z.looseObject({ text: z.string() }))
      .parse(await get(`ephemerals?user=${user}`))
      .at(-1)?.text;
  const modals = async (user = 'U0MEI') => views.parse(await get(`view?user=${user}`)).modals;

  let week = 46;
  /** A new week: its check-in is there, and so is its message. */
  beforeEach(async () => {
    week += 1;
    const state = await nextWeek();
    ({ checkInId } = state.checkIn);
    ts = await postCheckIn(shop, bot, { checkInId, slackUserId: 'U0MEI' }, renderers.checkIn(state));
  });

  const remind = async () => {
    const rendered = await renderers.deliveries['check-in-reminder']('T0TEAM', [checkInId], 'zh-TW');
    const { ts: place } = posted.parse(
      await bot.call('chat.postMessage', { channel: 'U0MEI', ...(rendered.get(checkInId) as object) }),
    );
    return { place };
  };
  const tap = (actionId: string, at = ts, user = 'U0MEI', value?: string) =>
    control('action', { user, ts: at, action_id: actionId, ...(value === undefined ? {} : { value }) });
  const submit = (values: object, user = 'U0MEI', more: object = {}) =>
    control('submit', { user, values, ...more });

  test('whoever asks to be reminded is told when, privately and in the message', async () => {
    await tap('check-in-remind', ts, 'U0MEI', `tomorrow-morning ${checkInId}`);
    expect(await said()).toMatch(/^好，11\/19（四）09:00 我會私下提醒你。$/);
    expect(await message()).toContain('會在 11/19（四）09:00 私下提醒你');
    await tap('check-in-remind', ts, 'U0MEI', `in-an-hour ${checkInId}`);
    expect(await message()).toContain('會在 11/18（三）14:00 私下提醒你');
  });

  test('skipping asks for a reason that nobody has to give, and leaves one line and a way back', async () => {
    await tap('check-in-skip');
    expect((await modals()).map(({ callback_id: id }) => id)).toEqual(['check-in-skip']);
    await submit({});
    expect(await modals()).toEqual([]);
    expect(await message()).toContain(`第 ${week} 週的自評已跳過`);
    expect(await message()).not.toContain('rate-1');
    await tap('check-in-unskip');
    expect(await message()).toContain('rate-1');
  });

  test('a reason that is too long is refused on its field, and stays there', async () => {
    await tap('check-in-skip');
    await submit({ reason: { text: '忙'.repeat(301) } }, 'U0MEI', { unchecked: true });
    const [open] = await modals();
    expect(open?.errors).toEqual({ reason: '現在有 301 個字，最多 300 個字，請縮短一些再儲存。' });
    expect(JSON.stringify(open)).toContain('忙忙忙');
    await submit({ reason: { text: '忙' } });
    expect(await modals()).toEqual([]);
    expect(await message()).toContain('已跳過');
  });

  test('a check-in that closes meanwhile says so in the form, and closes in its message', async () => {
    await tap('check-in-skip');
    shop.at(new Date(shop.context.now().getTime() + 7 * 86_400_000).toISOString());
    await submit({ reason: { text: '忙' } });
    expect(JSON.stringify(await modals())).toContain('這次自評已經截止，不需要跳過。');
    expect(await message()).toContain(`第 ${week} 週的自評已於`);
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('promise 7: nobody skips, un-skips or is reminded of what is a colleague’s', async () => {
    const before = await shop.checkInOf('U0MEI', `2026-W${week}`);
    await tap('check-in-skip', ts, 'U0TOM');
    await tap('check-in-unskip', ts, 'U0TOM', JSON.stringify({ checkIn: checkInId }));
    await tap('check-in-remind', ts, 'U0TOM', `in-an-hour ${checkInId}`);
    expect(await modals('U0TOM')).toEqual([]);
    expect((await shop.checkInOf('U0MEI', `2026-W${week}`)).checkIn).toEqual(before.checkIn);
  });

  test('a reminder stays as it is: what is done on it is drawn in the check-in’s message, and said', async () => {
    const { place } = await remind();
    const before = await message(place);
    expect(before).toContain('還有 4 項可以作答');
    await tap('check-in-remind', place, 'U0MEI', `in-an-hour ${checkInId}`);
    expect(await message()).toContain('私下提醒你');
    expect(await said()).toContain('我會私下提醒你');
    await tap('check-in-skip', place);
    await submit({});
    expect(JSON.stringify(await modals())).toContain('已跳過這週的自評');
    expect(await message()).toContain(`第 ${week} 週的自評已跳過`);
    await tap('check-in-remind', place, 'U0MEI', `in-an-hour ${checkInId}`);
    expect(await said()).toContain('你已經跳過了');
    expect(await message(place)).toBe(before);
    await control('close', { user: 'U0MEI', clear: true });
  });
});
