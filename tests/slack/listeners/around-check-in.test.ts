import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createRenderers, type Renderers } from '../../../src/slack/renderers.ts';
import { checkInValue } from '../../../src/slack/views/messages/check-in-actions.ts';
import { recordRating } from '../../../src/usecases/record-rating.ts';
import { openShop, RETAIL, type Shop } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';
import { weeksOf } from '../../support/weeks.ts';
import { away, type OpenBot, openBot } from '../support/open-bot.ts';
import { postCheckIn } from '../support/post-check-in.ts';

const shown = z.looseObject({ ts: z.string(), text: z.string() });
const posted = z.looseObject({ ok: z.literal(true), channel: z.string(), ts: z.string() });
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
    // Taipei's clock, and no holidays: every Wednesday is worked.
    await shop.hire([{ id: 'U0MEI', standard: RETAIL, timeZone: 'Etc/GMT-8' }]);
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
  const textOf = async (at: string) => (await messages()).find((each) => each.ts === at)?.text;
  const said = async (user = 'U0MEI') =>
    z
      .array(z.looseObject({ text: z.string() }))
      .parse(await get(`ephemerals?user=${user}`))
      .at(-1)?.text;
  const modals = async (user = 'U0MEI') => views.parse(await get(`view?user=${user}`)).modals;

  let period: string;
  /** The number by which the texts call it. */
  let week: number;
  /** A new week: its check-in is there, and so is its message. */
  beforeEach(async () => {
    const state = await nextWeek();
    ({ checkInId, period } = state.checkIn);
    week = Number(period.slice(-2));
    ts = await postCheckIn(shop, bot, { checkInId, slackUserId: 'U0MEI' }, renderers.checkIn(state));
  });

  const post = async (rendered: object) =>
    posted.parse(await bot.call('chat.postMessage', { channel: 'U0MEI', ...rendered }));

  const remind = async () => {
    const rendered = await renderers.deliveries['check-in-reminder']('T0TEAM', [checkInId], 'zh-TW');
    const { channel, ts: place } = await post({ text: 'reminder', ...(rendered.get(checkInId) as object) });
    const { memberId } = (await shop.checkInOf('U0MEI', period)).checkIn;
    await counting.database.prisma.delivery.create({
      data: {
        workspaceId: 'T0TEAM',
        deliveryId: shop.context.newId(),
        key: `reminder:${checkInId}:${place}`,
        kind: 'check-in-reminder',
        memberId,
        subjectId: checkInId,
        state: 'sent',
        createdAt: shop.context.now(),
        availableAt: new Date(0),
        channel: channel,
        ts: place,
      },
    });
    return { place: place };
  };
  const tap = (actionId: string, at = ts, user = 'U0MEI', value?: string) =>
    control('action', { user, ts: at, action_id: actionId, ...(value === undefined ? {} : { value }) });
  const submit = (values: object, user = 'U0MEI', more: object = {}) =>
    control('submit', { user, values, ...more });

  test('whoever asks to be reminded reads when in the message, and one time alone is promised', async () => {
    await tap('check-in-remind', ts, 'U0MEI', `tomorrow-morning ${checkInId}`);
    expect(await message()).toContain('會在 11/19（四）09:00 私下提醒你');
    await tap('check-in-remind', ts, 'U0MEI', `in-an-hour ${checkInId}`);
    expect(await message()).toContain('會在 11/18（三）14:00 私下提醒你');
    expect(await message()).not.toContain('11/19（四）09:00');
    expect(await said()).toBeUndefined();
  });

  test('a morning off that was chosen is promised, and said to be off', async () => {
    shop.at(new Date(shop.context.now().getTime() + 2 * 86_400_000).toISOString());
    await tap('check-in-remind', ts, 'U0MEI', `tomorrow-morning ${checkInId}`);
    expect(await message()).toMatch(/會在 \S+（六）09:00 私下提醒你/);
    expect(await said()).toMatch(/^好，\S+（六）09:00 我會私下提醒你。那天你放假，/);
  });

  test('a time that makes no sense when it is chosen is refused in words, and what was promised stays', async () => {
    await tap('check-in-remind', ts, 'U0MEI', `tomorrow-morning ${checkInId}`);
    const promised = await message();
    shop.at(new Date(shop.context.now().getTime() + 3 * 3_600_000).toISOString());
    await tap('check-in-remind', ts, 'U0MEI', `this-afternoon ${checkInId}`);
    expect(await said()).toBe('今天的 14:00 已經過了，所以沒有設定新的提醒。請選別的時間。');
    expect(await message()).toBe(promised);
  });

  test('chosen on a reminder it is said in private, the second time in place of the first', async () => {
    const { place } = await remind();
    await tap('check-in-remind', place, 'U0MEI', `tomorrow-morning ${checkInId}`);
    expect(await said()).toMatch(/^好，\S+09:00 我會私下提醒你。$/);
    await tap('check-in-remind', place, 'U0MEI', `in-an-hour ${checkInId}`);
    expect(await said()).toMatch(/^好，改成 \S+14:00 私下提醒你，先前選的時間不算了。$/);
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

  test('whoever has answered some is told, before and after, that those stay', async () => {
    await tap('rate-4');
    await tap('check-in-skip');
    expect(JSON.stringify(await modals())).toContain('你已經答的 1 項都會保留，和其他答案一樣算數。');
    await submit({});
    expect(await message()).toContain('已跳過，你答過的 1 項都會保留');
  });

  test('a reason that is too long is refused on its field, and stays there', async () => {
    await tap('check-in-skip');
    await submit({ reason: { text: '忙'.repeat(301) } }, 'U0MEI', { unchecked: true });
    const [open] = await modals();
    expect(open?.errors).toEqual({ reason: '現在有 301 個字，最多 300 個字，請縮短一些再送出。' });
    expect(JSON.stringify(open)).toContain('忙忙忙');
    await submit({ reason: { text: '忙' } });
    expect(await modals()).toEqual([]);
    expect(await message()).toContain('已跳過');
  });

  test('a check-in that closes meanwhile says so in the form, and closes in its message', async () => {
    await tap('check-in-skip');
    shop.at(new Date(shop.context.now().getTime() + 7 * 86_400_000).toISOString());
    await submit({ reason: { text: '忙 *盤點* <!here>' } });
    const [instead] = await modals();
    expect(instead?.blocks).toMatchObject([
      { text: { text: '這次自評已經截止，不需要跳過。\n你寫的原因在下面，需要的話可以複製。' } },
      { text: { type: 'plain_text', text: '忙 *盤點* <!here>', emoji: false } },
    ]);
    expect(await message()).toContain(`第 ${week} 週的自評已於`);
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('one that is answered meanwhile says so in the form, and speaks of no reason where none was written', async () => {
    await tap('check-in-skip');
    for (const position of [0, 1, 2, 3]) await rate(position);
    await submit({});
    const [instead] = await modals();
    expect(instead?.blocks).toMatchObject([
      { text: { text: '這次自評你都答完了，不需要跳過；答案照常保留。' } },
    ]);
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('a button that fails says so, and that it can be pressed again', async () => {
    bot.use(away(counting.database.prisma));
    await tap('check-in-reopen', ts, 'U0MEI', checkInValue(checkInId));
    bot.use(counting.database.prisma);
    expect(await said()).toMatch(/^剛才沒有成功，請再按一次。.*代碼：[0-9A-F]{8}$/);
  });

  /** The message that answers whoever has skipped their check-in and asks for it. */
  const askForSkipped = async (): Promise<string> => {
    await tap('check-in-skip');
    await submit({});
    const asked = (await messages()).length;
    await control('message', { user: 'U0MEI', text: '自評' });
    const answers = async () =>
      (await messages()).slice(asked).filter(({ text }) => text.includes('選了先跳過'));
    // An event is acknowledged before it is worked on.
    while ((await answers()).length === 0);
    return `${(await answers())[0]?.ts}`;
  };

  test('whoever asks for a check-in that they skipped can take it up again from there', async () => {
    const at = await askForSkipped();
    await tap('check-in-unskip', at);
    expect(await textOf(at)).toMatch(/已經在你的私訊裡/);
    expect(await message(at)).not.toContain('rate-1');
    expect(await message(at)).toContain('check-in-form');
    expect(await message()).toContain('rate-1');
  });

  test('taken up again too late, it is said which check-in has closed, and nothing of this week', async () => {
    const at = await askForSkipped();
    shop.at(new Date(shop.context.now().getTime() + 7 * 86_400_000).toISOString());
    await tap('check-in-unskip', at);
    expect(await textOf(at)).toMatch(new RegExp(`^第 ${week} 週的自評已於 .*截止，答案不再變更。$`));
    expect(await message(at)).not.toContain('action_id');
    expect(await message()).toContain(`第 ${week} 週的自評已於`);
  });

  test('taken up again where that message cannot be redrawn: nobody is told that it failed, and the check-in asks', async () => {
    const at = await askForSkipped();
    const before = await said();
    await control('fault', { method: 'response_url', kind: '500', times: 1 });
    await tap('check-in-unskip', at);
    expect(await said()).toBe(before);
    expect(await message()).toContain('rate-1');
  });

  test('where there is nothing to skip any more the sentence is there at once, without a form', async () => {
    // Old pictures: what was tapped has gone on elsewhere.
    const tapOld = async () => {
      await tap('check-in-skip', oldPicture);
      const [open] = await modals();
      expect(JSON.stringify(open?.blocks)).not.toContain('"input"');
      await control('close', { user: 'U0MEI', clear: true });
      return JSON.stringify(open?.blocks);
    };
    const picture = renderers.checkIn(await shop.checkInOf('U0MEI', period));
    const { ts: oldPicture } = await post(picture);
    await tap('check-in-skip');
    await submit({});
    expect(await tapOld()).toContain(`第 ${week} 週的自評已跳過。想作答的話`);
    for (const position of [0, 1, 2, 3]) {
      const actionTs = `${Math.floor(shop.context.now().getTime() / 1_000)}.00000${position}`;
      const target = { workspaceId: 'T0TEAM', slackUserId: 'U0MEI', checkInId, position };
      await recordRating(shop.context, { ...target, answer: 4, actionTs });
    }
    expect(await tapOld()).toContain('這次自評你都答完了，不需要跳過');
    shop.at(new Date(shop.context.now().getTime() + 7 * 86_400_000).toISOString());
    expect(await tapOld()).toContain('這次自評已經截止，不需要跳過');
  });

  test('promise 7: nobody skips, un-skips or is reminded of what is a colleague’s', async () => {
    const before = await shop.checkInOf('U0MEI', period);
    await tap('check-in-skip', ts, 'U0TOM');
    await tap('check-in-unskip', ts, 'U0TOM', JSON.stringify({ checkIn: checkInId }));
    await tap('check-in-remind', ts, 'U0TOM', `in-an-hour ${checkInId}`);
    expect(await modals('U0TOM')).toEqual([]);
    expect((await shop.checkInOf('U0MEI', period)).checkIn).toEqual(before.checkIn);
  });

  test('what is done on a reminder is drawn in the check-in’s message, and said; skipped, it ends as a line', async () => {
    const { place } = await remind();
    const before = await message(place);
    expect(before).toContain('4 個行為指標');
    await tap('check-in-remind', place, 'U0MEI', `in-an-hour ${checkInId}`);
    expect(await message()).toContain('私下提醒你');
    expect(await said()).toContain('我會私下提醒你');
    expect(await message(place)).toBe(before);
    await tap('check-in-skip', place);
    await submit({});
    expect(JSON.stringify(await modals())).toContain(`第 ${week} 週的自評已跳過。想作答的話`);
    expect(await message()).toContain(`第 ${week} 週的自評已跳過`);
    expect(await textOf(place)).toBe(`這則提醒用完了。第 ${week} 週的自評請看原本那則自評訊息。`);
    expect(await message(place)).not.toContain('action_id');
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('skipped on a reminder after its week, it is that week’s check-in that is said to be skipped', async () => {
    shop.at(new Date(shop.context.now().getTime() + 5 * 86_400_000).toISOString());
    const { place } = await remind();
    expect(await message(place)).toContain('這次先跳過');
    await tap('check-in-skip', place);
    expect(JSON.stringify(await modals())).toContain('那一週的週報可能已經送出');
    expect(JSON.stringify(await modals())).not.toMatch(/這週|不會當成沒作答/);
    await submit({});
    const [outcome] = await modals();
    expect(JSON.stringify(outcome)).toContain(`第 ${week} 週的自評已跳過，之後的統計不再算這一次；`);
    expect(await message()).not.toContain('不會當成沒作答');
    expect(JSON.stringify(outcome)).not.toContain('這週');
    await control('close', { user: 'U0MEI', clear: true });
  });

  const rate = (position: number) =>
    tap('rate-4', ts, 'U0MEI', JSON.stringify({ checkIn: checkInId, item: position, answer: 4 }));

  test('every reminder ends as a line with the last answer, and not before', async () => {
    const [first, second] = [await remind(), await remind()];
    for (const position of [0, 1, 2]) await rate(position);
    expect(await message(first.place)).toContain('check-in-reminder');
    await rate(3);
    for (const { place } of [first, second]) {
      expect(await textOf(place)).toBe(`這則提醒用完了。第 ${week} 週的自評請看原本那則自評訊息。`);
      expect(await message(place)).not.toContain('action_id');
    }
    const left = { subjectId: checkInId, kind: 'check-in-reminder', retiredAt: null };
    expect(await counting.database.prisma.delivery.count({ where: left })).toBe(0);
  });

  test('so it does when a form answers the rest', async () => {
    const { place } = await remind();
    await tap('check-in-form', place);
    await submit(Object.fromEntries([0, 1, 2, 3].map((item) => [`answer-${item}`, { answer: '3' }])));
    expect(await textOf(place)).toBe(`這則提醒用完了。第 ${week} 週的自評請看原本那則自評訊息。`);
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('a form that was opened on a reminder says what is saved; opened on the check-in it closes', async () => {
    const { place } = await remind();
    await tap('check-in-form', place);
    await submit({ 'answer-0': { answer: '3' } });
    expect(JSON.stringify(await modals())).toContain('✅ 存好了，已答 1/4。');
    await control('close', { user: 'U0MEI', clear: true });
    await tap('check-in-form');
    await submit({ 'answer-1': { answer: '3' } });
    expect(await modals()).toEqual([]);
    expect(await message()).toContain('已答 2/4');
  });

  test('so does one that was opened on the answer to *check-in*', async () => {
    const before = (await messages()).length;
    await control('message', { user: 'U0MEI', text: '自評' });
    // An event is acknowledged before it is worked on; the first message is what was written.
    while ((await messages()).length < before + 2);
    const at = (await messages()).find(({ text }) => text.includes(`第 ${week} 週的自評已經在`))?.ts;
    await tap('check-in-form', at);
    await submit(Object.fromEntries([0, 1, 2, 3].map((item) => [`answer-${item}`, { answer: '3' }])));
    expect(JSON.stringify(await modals())).toContain('✅ 存好了，已答 4/4，謝謝。');
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('a tap that comes after the closing ends it too', async () => {
    const { place } = await remind();
    shop.at(new Date(shop.context.now().getTime() + 7 * 86_400_000).toISOString());
    await rate(0);
    expect(await textOf(place)).toBe(`第 ${week} 週的自評已經截止。`);
  });

  test('a reminder that was deleted disturbs nothing: the answer is saved and drawn', async () => {
    const { place } = await remind();
    await counting.database.prisma.delivery.updateMany({ where: { ts: place }, data: { ts: '1.000001' } });
    for (const position of [0, 1, 2, 3]) await rate(position);
    expect(await message()).toContain('4 個行為指標的答案都存好了');
  });
});
