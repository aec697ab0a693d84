import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { CheckInItem } from '../../../src/domain/check-in/check-in.ts';
import { shownNoteOf } from '../../../src/domain/check-in/form-changes.ts';
import {
  answersId,
  CHECK_IN_ACTIONS,
  menuId,
  rowId,
} from '../../../src/slack/views/messages/check-in-actions.ts';
import { recordNote } from '../../../src/usecases/record-form.ts';
import { openShop, RETAIL, type Shop } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';
import { weeksOf } from '../../support/weeks.ts';
import { away, type OpenBot, openBot } from '../support/open-bot.ts';
import { postCheckIn } from '../support/post-check-in.ts';

const TEAM = 'T0TEAM';

const answered = z.looseObject({
  status: z.number(),
  response_action: z.string().optional(),
  errors: z.record(z.string(), z.string()).optional(),
});
const open = z.object({
  modals: z.array(
    z.looseObject({
      id: z.string(),
      callback_id: z.string(),
      private_metadata: z.string(),
      blocks: z.array(z.looseObject({})),
      state: z.object({ values: z.record(z.string(), z.unknown()) }),
    }),
  ),
});

const textOf = z.looseObject({ text: z.looseObject({ text: z.string() }) });

describe('forms over real HTTP', () => {
  let counting: CountingDatabase;
  let shop: Shop;
  let bot: OpenBot;
  let nextWeek: ReturnType<typeof weeksOf>;
  let checkInId: string;
  let ts: string;

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, TEAM);
    await shop.hire([
      { id: 'U0MEI', standard: RETAIL, supervisor: 'U0BOSS', timeZone: 'Etc/GMT-8' },
      { id: 'U0BEN', standard: RETAIL, timeZone: 'Etc/GMT-8' },
      { id: 'U0BOSS', timeZone: 'Etc/GMT-8' },
    ]);
    await shop.start();
    bot = await openBot(shop, {
      people: ['U0MEI', 'U0BEN', 'U0BOSS', 'U0TOM'],
      localeOf: () => 'zh-TW',
      slack: {
        channels: [
          { id: 'C0SHOP', name: 'shop', bot_is_member: true },
          { id: 'C0HIDDEN', name: 'hidden', is_private: true, bot_is_member: false },
        ],
        now: shop.context.now,
      },
    });
    nextWeek = weeksOf(shop, 'U0MEI');
  });

  afterAll(async () => {
    await bot.stop();
    await counting.remove();
  });

  /** Every test has a fresh check-in, with its message in the DM: one week later than the one before. */
  beforeEach(async () => {
    bot.use(counting.database.prisma);
    ({ checkInId } = (await nextWeek()).checkIn);
    ts = await postCheckIn(shop, bot, { checkInId, slackUserId: 'U0MEI' }, { text: 'a check-in' });
    await control('close', { user: 'U0MEI', clear: true }).catch(() => undefined);
  });

  const control = async (path: string, body: object): Promise<unknown> =>
    JSON.parse(await bot.control(path, body));
  const modalsOf = async (user: string) => open.parse(JSON.parse(await bot.get(`view?user=${user}`))).modals;
  const submit = async (values: object, more: object = {}) =>
    answered.parse(await control('submit', { user: 'U0MEI', values, ...more }));

  /** Modals are opened after the acknowledgement. */
  const top = async (callbackId: string, user = 'U0MEI') => {
    await bot.settled();
    const modal = (await modalsOf(user)).at(-1);
    if (modal?.callback_id !== callbackId)
      throw new Error(`${modal?.callback_id} is open, not ${callbackId}`);
    return modal;
  };
  const choose = (choice: 'details' | 'note' | 'evidence', item: number, user = 'U0MEI') => {
    const selected_option = { text: { type: 'plain_text', text: choice }, value: choice };
    return control('action', {
      user,
      ts,
      action_id: CHECK_IN_ACTIONS.item,
      block_id: menuId(checkInId, item),
      fields: { type: 'overflow', selected_option },
    });
  };
  const openForm = async (user = 'U0MEI') => {
    await control('action', {
      user,
      ts,
      action_id: CHECK_IN_ACTIONS.form,
      block_id: rowId('check-in-around', checkInId),
    });
    await bot.settled();
  };
  const tap = (item: number, answer: 1 | 2 | 3 | 4 | 5) =>
    control('action', {
      user: 'U0MEI',
      ts,
      action_id: `rate-${answer}`,
      block_id: answersId(checkInId, item),
      value: String(answer),
    });
  const seconds = (count: number) =>
    shop.at(new Date(shop.context.now().getTime() + count * 1_000).toISOString());
  const picture = async () => {
    await bot.settled();
    const messages = z
      .array(z.looseObject({ ts: z.string(), blocks: z.unknown().optional() }))
      .parse(JSON.parse(await bot.get('messages?user=U0MEI')));
    return JSON.stringify(messages.find((each) => each.ts === ts)?.blocks);
  };
  const notes = () =>
    counting.database.prisma.note.findMany({ where: { checkInId }, orderBy: { position: 'asc' } });
  const evidence = () => counting.database.prisma.evidence.findMany({ orderBy: { createdAt: 'asc' } });
  const ephemerals = (user: string) => bot.get(`ephemerals?user=${user}`);
  const noteOf = (text: string, visibility?: string) => ({
    note: { text },
    ...(visibility === undefined ? {} : { visibility: { chosen: visibility } }),
  });

  /** What is written elsewhere, for its writer alone, while a form is open here. */
  const onPhone = async (typed: string, before: CheckInItem['note']) => {
    const target = { workspaceId: TEAM, slackUserId: 'U0MEI', checkInId };
    const shown = shownNoteOf(before);
    await recordNote(shop.context, target, { position: 0, shown, typed, visibility: 'only-me' });
  };

  test('details open, with the official text and no word of anybody else', async () => {
    await choose('details', 0);
    const { blocks } = await top('indicator-details');
    expect(JSON.stringify(blocks)).toContain('為什麼這次問');
  });

  test('a note is written, kept, and opened again with who sees it', async () => {
    await choose('note', 1);
    await top('note');
    expect(await submit(noteOf('退貨很順\u202e', 'only-me'))).toMatchObject({ status: 200 });
    expect(await modalsOf('U0MEI')).toEqual([]);
    expect(await notes()).toMatchObject([{ position: 1, text: '退貨很順', visibility: 'only-me' }]);
    await choose('note', 1);
    expect((await top('note')).state.values).toMatchObject({
      note: { text: { value: '退貨很順' } },
      visibility: { chosen: { selected_option: { value: 'only-me' } } },
    });
  });

  test('a note that is changed elsewhere while its form is open: shown beside what was typed, and nothing is shared anew', async () => {
    await choose('note', 0);
    await top('note');
    await submit(noteOf('原來的', 'supervisor'));
    await choose('note', 0);
    await top('note');
    await onPhone('手機寫的', { text: '原來的', visibility: 'supervisor' });
    expect(await submit({ note: { text: '桌機寫的' } })).toMatchObject({ response_action: 'update' });
    const again = await top('note');
    expect(JSON.stringify(again.blocks)).toMatch(/在別的地方改過.*只有你看得到.*手機寫的/);
    const [chosenAnew] = Object.keys(again.state.values).filter((block) => block !== 'note');
    expect(again.state.values).toMatchObject({
      note: { text: { value: '桌機寫的' } },
      [`${chosenAnew}`]: { chosen: { selected_option: null } },
    });
    expect(await notes()).toMatchObject([{ text: '手機寫的', visibility: 'only-me' }]);
    expect((await submit({}, { unchecked: true })).errors).toEqual({ [`${chosenAnew}`]: '請選擇誰看得到。' });
    expect(await submit({ [`${chosenAnew}`]: { chosen: 'only-me' } })).not.toHaveProperty('errors');
    expect(await modalsOf('U0MEI')).toEqual([]);
    expect(await notes()).toMatchObject([{ text: '桌機寫的', visibility: 'only-me' }]);
  });

  test('a form with nothing changed in it leaves what was written elsewhere meanwhile', async () => {
    await choose('note', 0);
    await top('note');
    await onPhone('手機寫的', undefined);
    expect(await submit({ visibility: { chosen: 'supervisor' } })).not.toHaveProperty('response_action');
    expect(await notes()).toMatchObject([{ text: '手機寫的', visibility: 'only-me' }]);
  });

  test('bad notes stay in their form, with a plain sentence on their field', async () => {
    await choose('note', 1);
    await top('note');
    expect((await submit(noteOf('很順'), { unchecked: true })).errors).toEqual({
      visibility: '請選擇誰看得到。',
    });
    const long = await submit(noteOf('x'.repeat(10_000), 'only-me'), { unchecked: true });
    expect(long.errors).toEqual({ note: '現在有 10000 個字，最多 300 個字，請縮短一些再送出。' });
    expect(await modalsOf('U0MEI')).toHaveLength(1);
    expect(await submit(noteOf('很順', 'only-me'))).not.toHaveProperty('errors');
    expect(await notes()).toHaveLength(1);
  });

  test('a form for a check-in that has closed: a plain sentence, and everything typed is still there', async () => {
    await choose('note', 0);
    await top('note');
    await openForm();
    seconds(7 * 86_400);
    const form = await submit({
      'answer-0': { answer: '4' },
      'note-0': { note: '很順 *真的* <!here>' },
      'note-2': { note: '只有筆記' },
      visibility: { chosen: 'only-me' },
    });
    expect(form).toMatchObject({ response_action: 'update' });
    const { blocks } = await top('check-in-form');
    const [code, other] = (await shop.checkInOf('U0MEI', await period())).checkIn.items.flatMap(
      ({ indicatorCode, position }) => (position === 0 || position === 2 ? [indicatorCode] : []),
    );
    expect(blocks.flatMap((block) => textOf.safeParse(block).data?.text.text ?? [])).toEqual([
      '這次自評已經截止，表單裡的內容沒有存進去。\n你選的和寫的都在下面，需要的話可以複製。',
      `*${code}*　4 經常`,
      '很順 *真的* <!here>',
      `*${other}*　沒有選答案`,
      '只有筆記',
    ]);
    expect(await notes()).toEqual([]);
    await control('close', { user: 'U0MEI' });
    await choose('note', 0);
    expect(JSON.stringify((await top('note')).blocks)).toContain('筆記不能再更改');
  });

  test('a note that comes after the closing: a plain sentence, and what was written can be copied', async () => {
    await choose('note', 0);
    await top('note');
    seconds(14 * 86_400);
    const late = await submit(noteOf('很順 *真的*', 'only-me'));
    expect(late).toMatchObject({ response_action: 'update' });
    const { blocks } = await top('note');
    expect(blocks).toMatchObject([
      { text: { text: '這次自評已經截止，表單裡的內容沒有存進去。\n你寫的在下面，需要的話可以複製。' } },
      { text: { type: 'plain_text', text: '很順 *真的*' } },
    ]);
    expect(blocks.filter(({ type }) => type === 'input')).toEqual([]);
    expect(await notes()).toEqual([]);
  });

  test('evidence is a link; a dangerous one is refused on its field', async () => {
    await choose('evidence', 0);
    await top('evidence');
    const values = (url: string) => ({
      link: { url },
      title: { text: '週報' },
      visibility: { chosen: 'supervisor' },
    });
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a:b@example.com',
      `https://e.com/${'x'.repeat(2_000)}`,
    ]) {
      expect(Object.keys((await submit(values(url), { unchecked: true })).errors ?? {})).toEqual(['link']);
    }
    expect(await evidence()).toEqual([]);
    expect((await submit(values('https://example.com/report'))).response_action).toBe('update');
    expect(await evidence()).toMatchObject([
      { kind: 'link', url: 'https://example.com/report', title: '週報', visibility: 'supervisor' },
    ]);
    expect(JSON.stringify((await top('evidence-saved')).blocks)).toMatch(
      /佐證已存到 P[\d.]+，並分享給主管。/,
    );
    expect(await picture()).toContain('🔗 有 1 份佐證');
    await control('close', { user: 'U0MEI', clear: true });
    await choose('details', 0);
    expect(JSON.stringify((await top('indicator-details')).blocks)).toContain(
      '<https://example.com/report|週報>',
    );
  });

  test('evidence for an indicator that is gone is not kept, and nobody is asked to choose another', async () => {
    await choose('evidence', 0);
    await top('evidence');
    await counting.database.prisma.checkInItem.updateMany({
      where: { checkInId, position: 0 },
      data: { indicatorCode: 'P9.9.9' },
    });
    const before = await evidence();
    const { errors } = await submit({
      link: { url: 'https://example.com/x' },
      visibility: { chosen: 'only-me' },
    });
    expect(errors).toEqual({ link: '這個行為指標已經不在你的職能基準裡，佐證沒有存進去。' });
    expect(await evidence()).toEqual(before);
  });

  describe('a message as evidence', () => {
    const write = async (channel: string) => {
      const said = await control('message', { user: 'U0BEN', text: 'a secret 客訴', channel });
      return z.looseObject({ ts: z.string() }).parse(said).ts;
    };
    const shortcut = (channel: string, at: string, user = 'U0MEI') =>
      control('shortcut', { user, callback_id: 'use-as-evidence', channel, ts: at });
    const options = async (value: string) =>
      z
        .looseObject({ options: z.array(z.looseObject({ value: z.string() })) })
        .parse(
          await control('options', { user: 'U0MEI', view: 'modal', action_id: 'evidence-indicator', value }),
        )
        .options.map((each) => each.value);

    test('its permalink is kept for the indicator that was looked for, and nothing of what it says', async () => {
      const at = await write('C0SHOP');
      await shortcut('C0SHOP', at);
      await top('use-as-evidence');
      const [first] = (await shop.checkInOf('U0MEI', await period())).checkIn.items;
      expect((await options(''))[0]).toBe(`${first?.standardCode} ${first?.indicatorCode}`);
      expect(await options('P2.2.1')).toEqual([`${RETAIL} P2.2.1`]);
      const saved = await submit({
        indicator: { 'evidence-indicator': `${RETAIL} P2.2.1` },
        visibility: { chosen: 'only-me' },
      });
      expect(saved.response_action).toBe('update');
      const kept = (await evidence()).at(-1);
      expect(kept).toMatchObject({ kind: 'message', indicatorCode: 'P2.2.1', visibility: 'only-me' });
      expect(kept?.url).toBe(`https://shop.slack.com/archives/C0SHOP/p${at.replace('.', '')}`);
      expect(JSON.stringify(kept)).not.toContain('客訴');
    });

    test('where the bot cannot see it, it says so and takes the link that is pasted', async () => {
      const at = await write('C0HIDDEN');
      await shortcut('C0HIDDEN', at);
      const { blocks } = await top('use-as-evidence');
      expect(JSON.stringify(blocks)).toContain('我看不到這則訊息');
      await options('P2.2.1');
      const url = `https://shop.slack.com/archives/C0HIDDEN/p${at.replace('.', '')}`;
      const filled = {
        indicator: { 'evidence-indicator': `${RETAIL} P2.2.1` },
        link: { url },
        visibility: { chosen: 'supervisor' },
      };
      expect((await submit(filled)).response_action).toBe('update');
      expect((await evidence()).at(-1)).toMatchObject({ kind: 'link', url });
    });

    test('whoever has no standard is told so, and an indicator of nobody’s is refused', async () => {
      const at = await write('C0SHOP');
      await shortcut('C0SHOP', at, 'U0TOM');
      await bot.settled();
      expect(await modalsOf('U0TOM')).toEqual([]);
      const before = (await evidence()).length;
      await shortcut('C0SHOP', at);
      await top('use-as-evidence');
      for (const value of ['KRM4224-002v2 P1.1.1', `${RETAIL} P9.9.9`, 'x']) {
        const option = { text: { type: 'plain_text', text: 'x' }, value };
        const answer = await submit(
          {
            indicator: { 'evidence-indicator': { type: 'external_select', selected_option: option } },
            visibility: { chosen: 'only-me' },
          },
          { unchecked: true },
        );
        expect(Object.keys(answer.errors ?? {})).toEqual(['indicator']);
      }
      expect(await evidence()).toHaveLength(before);
    });
  });

  const period = async () =>
    (await counting.database.prisma.checkIn.findFirstOrThrow({ where: { checkInId } })).period;

  test('promise 7: nobody else opens or sends anything of a check-in', async () => {
    for (const choice of ['details', 'note', 'evidence'] as const) await choose(choice, 0, 'U0BEN');
    await openForm('U0BEN');
    await choose('details', 0, 'U0BOSS');
    await bot.settled();
    expect(await modalsOf('U0BEN')).toEqual([]);
    expect(await modalsOf('U0BOSS')).toEqual([]);
    expect(await ephemerals('U0BEN')).toContain('這份自評是給另一位同事的');
    // Somebody else's client sends a form of one's own check-in.
    await choose('note', 0);
    const mine = await top('note');
    const sent = answered.parse(
      await control('submit', {
        user: 'U0BEN',
        view_id: mine.id,
        values: noteOf('不是我的', 'supervisor'),
        unchecked: true,
      }),
    );
    expect(sent.errors).toEqual({ note: expect.stringContaining('找不到你的這份自評') });
    expect(await notes()).toEqual([]);
  });

  describe('all in one form', () => {
    test('is saved and closed, and the message shows every answer', async () => {
      await openForm();
      await top('check-in-form');
      await submit({ 'answer-0': { answer: '4' }, 'answer-1': { answer: 'no-opportunity' } });
      expect(await modalsOf('U0MEI')).toEqual([]);
      const shown = await picture();
      expect(shown).toContain('已儲存：4 經常');
      expect(shown).toContain('已儲存：本期無機會');
    });

    test('opened before a tap and sent after it, twice: state and picture show what each of them said', async () => {
      await openForm();
      const form = await top('check-in-form');
      seconds(10);
      await tap(2, 5);
      seconds(10);
      const values = { 'answer-0': { answer: '3' }, 'answer-1': { answer: '2' } };
      const twice = [submit(values, { view_id: form.id }), submit(values, { view_id: form.id })];
      for (const answer of await Promise.all(twice)) expect(answer).not.toHaveProperty('errors');
      const { checkIn } = await shop.checkInOf('U0MEI', await period());
      expect(checkIn.items.map(({ answer }) => answer)).toEqual([3, 2, 5, undefined]);
      expect(await counting.database.prisma.rating.count({ where: { checkInId } })).toBe(3);
      const shown = await picture();
      for (const saved of ['3 約半數', '2 偶爾', '5 一貫如此']) expect(shown).toContain(`已儲存：${saved}`);
    });

    test('phone and desktop together: taps, a note and a form at once are all in the state and in the picture', async () => {
      await choose('note', 3);
      const note = await top('note');
      await openForm();
      const form = await top('check-in-form');
      seconds(10);
      await Promise.all([
        tap(0, 1),
        tap(1, 2),
        submit({ 'answer-2': { answer: '3' } }, { view_id: form.id }),
        submit(noteOf('一起', 'only-me'), { view_id: note.id }),
      ]);
      const shown = await picture();
      for (const saved of ['1 幾乎沒有', '2 偶爾', '3 約半數']) expect(shown).toContain(`已儲存：${saved}`);
      expect(await notes()).toMatchObject([{ text: '一起' }]);
      const row = await counting.database.prisma.checkIn.findFirstOrThrow({ where: { checkInId } });
      expect(row.drawnVersion).toBe(row.version);
    });

    test('a tap while the message is being redrawn is in the final picture', async () => {
      await openForm();
      const form = await top('check-in-form');
      const sending = submit({ 'answer-0': { answer: '4' } }, { view_id: form.id });
      await Promise.all([sending, tap(1, 5), tap(2, 1)]);
      const shown = await picture();
      for (const saved of ['4 經常', '5 一貫如此', '1 幾乎沒有']) expect(shown).toContain(`已儲存：${saved}`);
    });

    test('a note that was changed elsewhere meanwhile stays, and both are shown where the rest is saved', async () => {
      await choose('note', 0);
      await top('note');
      await submit(noteOf('原來的', 'supervisor'));
      await openForm();
      await top('check-in-form');
      await onPhone('手機寫的', { text: '原來的', visibility: 'supervisor' });
      const values = {
        'answer-0': { answer: '4' },
        'note-0': { note: '桌機寫的' },
        visibility: { chosen: 'supervisor' },
      };
      expect(await submit(values)).toMatchObject({ response_action: 'update' });
      expect(JSON.stringify((await top('check-in-form')).blocks)).toMatch(
        /其他的都存好了.*只有你看得到.*手機寫的.*桌機寫的/,
      );
      expect(await notes()).toMatchObject([{ text: '手機寫的', visibility: 'only-me' }]);
      expect((await shop.checkInOf('U0MEI', await period())).checkIn.items[0]?.answer).toBe(4);
    });

    test('a note in it needs who sees it, said on that field', async () => {
      await openForm();
      await top('check-in-form');
      const { errors } = await submit({ 'answer-0': { answer: '4' }, 'note-0': { note: '很順' } });
      expect(errors).toEqual({ visibility: '請選擇誰看得到。' });
      await submit({ visibility: { chosen: 'supervisor' } });
      expect(await notes()).toMatchObject([{ text: '很順', visibility: 'supervisor' }]);
    });

    test('a database that is away: the form stays with everything typed, with a reference; sent again it is saved', async () => {
      await openForm();
      await top('check-in-form');
      bot.use(away(counting.database.prisma));
      const values = {
        'answer-0': { answer: '4' },
        'note-0': { note: '很順' },
        visibility: { chosen: 'only-me' },
      };
      const { errors } = await submit(values);
      expect(errors?.visibility).toMatch(/沒有存成功.*代碼：[0-9A-F]{8}/);
      expect(JSON.stringify(errors)).not.toContain('secret-host');
      expect((await top('check-in-form')).state.values['note-0']).toMatchObject({ note: { value: '很順' } });
      bot.use(counting.database.prisma);
      expect(await submit({})).not.toHaveProperty('errors');
      expect(await notes()).toHaveLength(1);
    });

    test('a database that hangs: acknowledged in time, everything typed stays, and what is saved later is drawn', async () => {
      await openForm();
      await top('check-in-form');
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const prisma = new Proxy(counting.database.prisma, {
        get: (target, name) =>
          name === '$transaction'
            ? async (work: never) => {
                await held;
                return await target.$transaction(work);
              }
            : Reflect.get(target, name),
      });
      bot.use(prisma);
      const answer = await submit({ 'answer-0': { answer: '4' } });
      expect(answer).toMatchObject({ status: 200, response_action: 'errors' });
      expect(JSON.stringify(answer.errors)).toContain('還在儲存');
      release();
      await bot.settled();
      expect(await picture()).toContain('已儲存：4 經常');
      expect(await submit({})).not.toHaveProperty('errors');
      expect(await counting.database.prisma.rating.count({ where: { checkInId } })).toBe(1);
    });
  });
});
