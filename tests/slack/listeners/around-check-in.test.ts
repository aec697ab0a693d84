import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { periodOf } from '../../../src/domain/check-in/period.ts';
import { createLog } from '../../../src/log.ts';
import { type Simulator, startSimulator } from '../../../src/simulator/simulator.ts';
import { startBolt } from '../../../src/slack/bolt.ts';
import { sendFile } from '../../../src/slack/client/send-file.ts';
import { createRenderers, type Renderers } from '../../../src/slack/renderers.ts';
import { openCallers } from '../../../src/usecases/callers.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { planCheckIns } from '../../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../../src/usecases/record-rating.ts';
import { openShop, RETAIL, type Shop, UNPACED } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';

const SECRET = 'a-signing-secret';
const TOKEN = 'xoxb-test';

const shown = z.looseObject({ ts: z.string(), text: z.string() });
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
  let simulator: Simulator;
  let bolt: Awaited<ReturnType<typeof startBolt>>;
  let renderers: Renderers;
  let callers: Awaited<ReturnType<typeof openCallers>>;
  let shop: Shop;
  let context: Context;
  let checkInId: string;
  /** Where the check-in's message is. */
  let ts: string;

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, 'T0TEAM');
    await shop.hire([{ id: 'U0MEI', standard: RETAIL }]);
    await shop.start();
    context = shop.context;
    simulator = await startSimulator({
      port: 0,
      team: { id: 'T0TEAM', name: 'Shop', domain: 'shop' },
      bot: { token: TOKEN, userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'bot', displayName: 'Bot' },
      users: ['U0MEI', 'U0TOM'].map((id) => ({
        id,
        name: id,
        real_name: id,
        email: `${id}@shop.example`,
        tz: 'Asia/Taipei',
        locale: 'zh-TW',
      })),
      now: () => new Date(),
    });
    callers = await openCallers(context, async () => 'zh-TW');
    renderers = createRenderers(context);
    bolt = await startBolt(
      {
        token: TOKEN,
        apiUrl: simulator.apiUrl,
        transport: { kind: 'http', signingSecret: SECRET },
        port: 0,
        host: '127.0.0.1',
        callMs: 10_000,
      },
      { workspaceId: 'T0TEAM', botId: 'B0BOT', botUserId: 'U0BOT' },
      {
        context,
        findCaller: (team, user) => callers.find(team, user),
        renderCheckIn: renderers.checkIn,
        calls: UNPACED,
        sendFile,
        log: createLog('silent'),
      },
      [],
    );
    simulator.connectApp({ url: bolt.eventsUrl, signingSecret: SECRET });
  });

  afterAll(async () => {
    await bolt.stop();
    await simulator.stop();
    await counting.remove();
  });

  const control = async (path: string, body: object) => {
    const answer = await fetch(`${simulator.url}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    await bolt.settled();
    return text;
  };
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${simulator.url}/_control/${path}`)).json();
  const messages = async () => z.array(shown).parse(await get('messages?user=U0MEI'));
  const message = async (at = ts) => JSON.stringify((await messages()).find((each) => each.ts === at));
  const textOf = async (at: string) => (await messages()).find((each) => each.ts === at)?.text;
  const said = async (user = 'U0MEI') =>
    z
      .array(z.looseObject({ text: z.string() }))
      .parse(await get(`ephemerals?user=${user}`))
      .at(-1)?.text;
  const modals = async (user = 'U0MEI') => views.parse(await get(`view?user=${user}`)).modals;

  const post = async (rendered: object) => {
    const answer = await fetch(`${simulator.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'U0MEI', ...rendered }),
    });
    return z
      .looseObject({ ok: z.literal(true), channel: z.string(), ts: z.string() })
      .parse(await answer.json());
  };

  let weeks = -1;
  let period: string;
  /** The number by which the texts call it. */
  let week: number;
  /** A new week: its check-in is there, and so is its message. */
  beforeEach(async () => {
    // The week of Lunar New Year 2027 has no working day.
    weeks += weeks === 11 ? 2 : 1;
    shop.at(new Date(Date.parse('2026-11-18T05:00:00Z') + weeks * 7 * 86_400_000).toISOString());
    period = periodOf(context.now(), 'Asia/Taipei');
    week = Number(period.slice(-2));
    await planCheckIns(context);
    const state = await shop.checkInOf('U0MEI', period);
    checkInId = state.checkIn.checkInId;
    const posted = await post(renderers.checkIn(state));
    ts = posted.ts;
    await counting.database.prisma.delivery.updateMany({
      where: { subjectId: checkInId },
      data: { state: 'sent', channel: posted.channel, ts },
    });
  });

  const remind = async () => {
    const rendered = await renderers.deliveries['check-in-reminder']('T0TEAM', [checkInId], 'zh-TW');
    const posted = await post({ text: 'reminder', ...(rendered.get(checkInId) as object) });
    const { memberId } = (await shop.checkInOf('U0MEI', period)).checkIn;
    await counting.database.prisma.delivery.create({
      data: {
        workspaceId: 'T0TEAM',
        deliveryId: context.newId(),
        key: `reminder:${checkInId}:${posted.ts}`,
        kind: 'check-in-reminder',
        memberId,
        subjectId: checkInId,
        state: 'sent',
        createdAt: context.now(),
        availableAt: new Date(0),
        channel: posted.channel,
        ts: posted.ts,
      },
    });
    return { place: posted.ts };
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

  test('a time that makes no sense when it is chosen is refused in words, and what was promised stays', async () => {
    await tap('check-in-remind', ts, 'U0MEI', `tomorrow-morning ${checkInId}`);
    const promised = await message();
    shop.at(new Date(context.now().getTime() + 3 * 3_600_000).toISOString());
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
    shop.at(new Date(context.now().getTime() + 7 * 86_400_000).toISOString());
    await submit({ reason: { text: '忙' } });
    expect(JSON.stringify(await modals())).toContain('這次自評已經截止，不需要跳過。');
    expect(await message()).toContain(`第 ${week} 週的自評已於`);
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('whoever asks for a check-in that they skipped can take it up again from there', async () => {
    await tap('check-in-skip');
    await submit({});
    await control('message', { user: 'U0MEI', text: '自評' });
    const answer = async () => (await messages()).find(({ text }) => text.includes('選了先跳過'))?.ts;
    // An event is acknowledged before it is worked on.
    while ((await answer()) === undefined);
    const at = `${await answer()}`;
    await tap('check-in-unskip', at);
    expect(await textOf(at)).toMatch(/在我們的私訊裡等你，已答 0\/4/);
    expect(await message(at)).not.toContain('rate-1');
    expect(await message(at)).toContain('check-in-form');
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
    const oldPicture = (await post(renderers.checkIn(await shop.checkInOf('U0MEI', period)))).ts;
    await tap('check-in-skip');
    await submit({});
    expect(await tapOld()).toContain('已跳過這週的自評');
    for (const position of [0, 1, 2, 3]) {
      const actionTs = `${Math.floor(context.now().getTime() / 1_000)}.00000${position}`;
      const target = { workspaceId: 'T0TEAM', slackUserId: 'U0MEI', checkInId, position };
      await recordRating(context, { ...target, answer: 4, actionTs });
    }
    expect(await tapOld()).toContain('這次自評你都答完了，不需要跳過');
    shop.at(new Date(context.now().getTime() + 7 * 86_400_000).toISOString());
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
    expect(JSON.stringify(await modals())).toContain('已跳過這週的自評');
    expect(await message()).toContain(`第 ${week} 週的自評已跳過`);
    expect(await textOf(place)).toBe(`第 ${week} 週的自評先跳過了。`);
    expect(await message(place)).not.toContain('action_id');
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
      expect(await textOf(place)).toBe(`✅ 第 ${week} 週的自評都答完了。`);
      expect(await message(place)).not.toContain('action_id');
    }
    const left = { subjectId: checkInId, kind: 'check-in-reminder', retiredAt: null };
    expect(await counting.database.prisma.delivery.count({ where: left })).toBe(0);
  });

  test('so it does when a form answers the rest', async () => {
    const { place } = await remind();
    await tap('check-in-form', place);
    await submit(Object.fromEntries([0, 1, 2, 3].map((item) => [`answer-${item}`, { answer: '3' }])));
    expect(await textOf(place)).toBe(`✅ 第 ${week} 週的自評都答完了。`);
  });

  test('a tap that comes after the closing ends it too', async () => {
    const { place } = await remind();
    shop.at(new Date(context.now().getTime() + 7 * 86_400_000).toISOString());
    await rate(0);
    expect(await textOf(place)).toBe(`第 ${week} 週的自評已經截止。`);
  });

  test('a reminder that was deleted disturbs nothing: the answer is saved and drawn', async () => {
    const { place } = await remind();
    await counting.database.prisma.delivery.updateMany({ where: { ts: place }, data: { ts: '1.000001' } });
    for (const position of [0, 1, 2, 3]) await rate(position);
    expect(await message()).toContain('4 項都存好了');
  });
});
