import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { saveSettings } from '../../../src/usecases/save-settings.ts';
import { setLeave } from '../../../src/usecases/set-leave.ts';
import { skipCheckIn } from '../../../src/usecases/skip-check-in.ts';
import { startCheckIn } from '../../../src/usecases/start-check-in.ts';
import { answerCheckIn } from '../../support/history.ts';
import { openShop, RETAIL, type Shop } from '../../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../../support/stores.ts';
import { type OpenBot, openBot } from '../support/open-bot.ts';

const view = z.object({
  home: z.looseObject({ blocks: z.array(z.looseObject({ type: z.string() })) }).nullable(),
  modals: z.array(
    z.looseObject({
      id: z.string(),
      callback_id: z.string(),
      errors: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

describe('Home, as its member uses it', () => {
  let counting: CountingDatabase;
  let shop: Shop;
  let bot: OpenBot;
  let older: OpenBot;

  beforeAll(async () => {
    counting = await openCounting(STORES[0]);
    shop = await openShop(counting.database, 'T0HOME');
    await shop.hire([
      { id: 'U0BOSS' },
      { id: 'U0MEI', standard: RETAIL, supervisor: 'U0BOSS' },
      { id: 'U0ANN', standard: RETAIL },
      { id: 'U0LEA', standard: RETAIL },
      { id: 'U0EVE', standard: RETAIL, acknowledged: false },
    ]);
    await shop.start();
    shop.at('2026-11-17T02:00:00Z');
    bot = await openBot(shop, { people: ['U0MEI', 'U0BOSS', 'U0ANN', 'U0LEA', 'U0EVE', 'U0TOM'] });
    older = await openBot(shop, { people: ['U0ANN'], slack: { unsupportedBlocks: ['table', 'data_table'] } });
  });

  afterAll(async () => {
    await bot.stop();
    await older.stop();
    await counting.remove();
  });

  const control = (path: string, body: object, on = bot) => on.control(path, body);
  const viewOf = async (user: string, on = bot) => view.parse(JSON.parse(await on.get(`view?user=${user}`)));
  const homeText = async (user: string, on = bot) => JSON.stringify((await viewOf(user, on)).home ?? '');
  const tap = (user: string, where: 'home' | 'modal', actionId: string) =>
    control('action', { user, view: where, action_id: actionId });

  /** What happens after the acknowledgement is waited for; the test's own time limit ends it. */
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo()));
  };
  const openHome = async (user: string, text: string, on = bot) => {
    await control('home', { user }, on);
    await until(async () => (await homeText(user, on)).includes(text));
  };

  test('a stranger finds what to do, in their language', async () => {
    await openHome('U0TOM', 'You are not on the check-in list yet');
    expect(await homeText('U0TOM')).toContain('hr@shop.example');
  });

  test('a supervisor without a standard finds their team', async () => {
    await openHome('U0BOSS', '你的團隊');
    expect(await homeText('U0BOSS')).toContain('沒有指派職能基準');
  });

  test('whoever has not read the notice can have it sent, and is told where it is', async () => {
    await openHome('U0EVE', '請先讀個人資料告知');
    await tap('U0EVE', 'home', 'home-start');
    await until(async () => (await homeText('U0EVE')).includes('告知在「訊息」分頁'));
    const notices = await counting.database.prisma.delivery.findMany({
      where: { workspaceId: 'T0HOME', kind: 'notice', member: { slackUserId: 'U0EVE' } },
    });
    expect(notices.map(({ state, asked }) => [state, asked])).toEqual([['queued', true]]);
  });

  test('a workspace without native tables is shown lines instead', async () => {
    await startCheckIn(shop.context, { workspaceId: 'T0HOME', slackUserId: 'U0ANN' });
    await answerCheckIn(shop, 'U0ANN', '2026-W47', [4, 3]);
    const blockTypes = async (on: OpenBot) => {
      await openHome('U0ANN', '強項與差距', on);
      return (await viewOf('U0ANN', on)).home?.blocks.map(({ type }) => type);
    };
    expect(await blockTypes(bot)).toContain('table');
    expect(await blockTypes(older)).not.toContain('table');
    expect(await homeText('U0ANN', older)).toContain('中間分數 3.5');
  });

  test('settings: a day without room is refused on its field; a language is spoken at once', async () => {
    await openHome('U0MEI', '下一次自評');
    await tap('U0MEI', 'home', 'home-settings');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    const refused = await control('submit', {
      user: 'U0MEI',
      values: { weekday: { weekday: '7' }, 'rest-days': { 'rest-days': ['6', '7'] } },
    });
    expect(refused).toContain('排不進去');
    await control('submit', {
      user: 'U0MEI',
      values: { weekday: { weekday: '4' }, time: { time: '10:30' }, language: { language: 'en' } },
    });
    await until(async () => (await homeText('U0MEI')).includes('every Thursday at 10:30'));
    expect((await viewOf('U0MEI')).modals).toEqual([]);
    expect(await homeText('U0MEI')).toContain('Your settings are saved');
    expect(
      await counting.database.prisma.member.findFirst({ where: { slackUserId: 'U0MEI' } }),
    ).toMatchObject({
      locale: 'en',
      localeChosen: true,
    });
  });

  test('promise 1: a settings form that was open meanwhile takes back nothing that was set elsewhere', async () => {
    await tap('U0MEI', 'home', 'home-settings');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    const sent = { checkIn: undefined, restDays: [1, 7], worksHolidays: false, locale: 'en' } as const;
    const onThePhone = { sent, shown: undefined };
    await saveSettings(shop.context, { workspaceId: 'T0HOME', slackUserId: 'U0MEI', form: onThePhone });
    await control('submit', { user: 'U0MEI', values: { time: { time: '11:00' } } });
    await until(async () => (await homeText('U0MEI')).includes('every Thursday at 11:00'));
    expect(await homeText('U0MEI')).toContain('Rest days: Monday, Sunday');
  });

  test('settings of a supervisor without a standard: any rest days but all of them', async () => {
    await openHome('U0BOSS', '你的團隊');
    await tap('U0BOSS', 'home', 'home-settings');
    await until(async () => (await viewOf('U0BOSS')).modals.length === 1);
    const submit = (days: string[]) =>
      control('submit', { user: 'U0BOSS', values: { 'rest-days': { 'rest-days': days } } });
    expect(await submit(['1', '2', '3', '4', '5', '6', '7'])).toContain('請至少留一天不勾');
    await submit(['3', '4', '5', '6', '7']);
    await until(async () => (await homeText('U0BOSS')).includes('設定存好了'));
    expect(
      await counting.database.prisma.memberPreference.findFirst({
        where: { member: { slackUserId: 'U0BOSS' } },
      }),
    ).toMatchObject({ checkInWeekday: null, checkInTime: null, restDays: [3, 4, 5, 6, 7] });
  });

  test.each([
    ['2026-11-01', '2026-11-02', 'These days are over'],
    ['2026-10-01', '2027-03-31', 'at most 31 days back. For leave that began earlier, choose today'],
    ['2026-12-10', '2026-12-09', 'cannot come before the first'],
    ['2026-12-10', '9999-12-31', 'two years ahead'],
  ])('leave from %s to %s is refused with a plain sentence', async (from, lastDay, sentence) => {
    await tap('U0MEI', 'home', 'home-leave');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    const answer = await control('submit', {
      user: 'U0MEI',
      values: { from: { from }, 'last-day': { 'last-day': lastDay } },
    });
    expect(answer).toContain(sentence);
    expect((await viewOf('U0MEI')).modals).toHaveLength(1);
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('leave is entered, shown on Home, and removed', async () => {
    await tap('U0MEI', 'home', 'home-leave');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    await control('submit', {
      user: 'U0MEI',
      values: { from: { from: '2026-12-24' }, 'last-day': { 'last-day': '2026-12-31' } },
    });
    await until(async () => (await homeText('U0MEI')).includes('24–31 Dec'));
    await tap('U0MEI', 'home', 'home-leave');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    await tap('U0MEI', 'modal', 'leave-remove');
    await until(async () => (await homeText('U0MEI')).includes('Leave: none entered'));
    expect(await homeText('U0MEI')).toContain('Your leave is removed');
    await until(async () => JSON.stringify(await viewOf('U0MEI')).includes('You have entered no leave'));
    await control('close', { user: 'U0MEI', clear: true });
  });

  test('two leaves that are removed at once: the form lists neither, and Home none', async () => {
    const mei = { workspaceId: 'T0HOME', slackUserId: 'U0MEI' };
    for (const day of ['2026-12-24', '2026-12-30']) {
      await setLeave(shop.context, { ...mei, from: day, lastDay: day });
    }
    await tap('U0MEI', 'home', 'home-leave');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    const leaves = await counting.database.prisma.leave.findMany({
      where: { member: { slackUserId: 'U0MEI' } },
    });
    expect(leaves).toHaveLength(2);
    const remove = { user: 'U0MEI', view: 'modal', action_id: 'leave-remove' };
    await Promise.all(
      leaves.map(({ leaveId }) => control('action', { ...remove, fields: { value: leaveId } })),
    );
    await bot.settled();
    expect(JSON.stringify(await viewOf('U0MEI'))).toContain('You have entered no leave');
    expect(await homeText('U0MEI')).toContain('Leave: none entered');
    await control('close', { user: 'U0MEI', clear: true });
  });

  test.each([
    ['home-settings', 'language', { language: { language: 'en' } }],
    ['home-leave', 'from', { from: { from: '2026-12-24' }, 'last-day': { 'last-day': '2026-12-24' } }],
    ['home-focus', 'indicators', { indicators: { indicators: [] } }],
  ])(
    '%s, sent by somebody who is not on the roster: nothing is saved, and why',
    async (button, field, values) => {
      await openHome('U0MEI', 'check-in');
      await tap('U0MEI', 'home', button);
      await until(async () => (await viewOf('U0MEI')).modals.length === 1);
      const [{ id } = { id: '' }] = (await viewOf('U0MEI')).modals;
      const answer = await control('submit', { user: 'U0TOM', view_id: id, values, unchecked: true });
      expect(JSON.parse(answer)).toMatchObject({
        errors: { [field]: expect.stringContaining('You are not on the roster at the moment') },
      });
      await control('close', { user: 'U0MEI', clear: true });
    },
  );

  test('focus: one of four, and no more', async () => {
    const [first, second] = shop.context.library.indicatorsOf(RETAIL).map(({ code }) => `${RETAIL} ${code}`);
    await tap('U0MEI', 'home', 'home-focus');
    await until(async () => (await viewOf('U0MEI')).modals.length === 1);
    const submitFocus = (values: unknown[], unchecked = false) =>
      control('submit', { user: 'U0MEI', unchecked, values: { indicators: { indicators: values } } });
    expect(await submitFocus([first, second], true)).toContain('Up to 1');
    await submitFocus([first]);
    await until(async () => (await homeText('U0MEI')).includes('Focus: P'));
  });

  test('start now: the check-in is made, and Home offers its form instead', async () => {
    await tap('U0MEI', 'home', 'home-start');
    await until(async () => (await homeText('U0MEI')).includes('Your check-in is waiting'));
    expect(await homeText('U0MEI')).toContain('check-in-form');
    expect((await shop.checkInOf('U0MEI', '2026-W47')).checkIn.items).toHaveLength(4);
  });

  test('a note is removed by whoever wrote it, and by nobody else', async () => {
    const { checkIn } = await shop.checkInOf('U0MEI', '2026-W47');
    const [item] = checkIn.items;
    const noteId = shop.context.newId();
    await counting.database.prisma.note.create({
      data: {
        workspaceId: 'T0HOME',
        noteId,
        memberId: checkIn.memberId,
        checkInId: checkIn.checkInId,
        position: 0,
        standardCode: item?.standardCode ?? '',
        indicatorCode: item?.indicatorCode ?? '',
        visibility: 'only-me',
        text: 'went *well* <!channel>',
        createdAt: shop.context.now(),
        changedAt: shop.context.now(),
      },
    });
    await openHome('U0MEI', 'only you see it');
    expect(await homeText('U0MEI')).toContain('&lt;!channel&gt;');
    await openHome('U0BOSS', '你的團隊');
    await control('action', {
      user: 'U0BOSS',
      view: 'home',
      action_id: 'home-remove-note',
      fields: { type: 'button', value: noteId, action_id: 'home-remove-note', block_id: 'x' },
    });
    expect(await counting.database.prisma.note.count({ where: { noteId } })).toBe(1);
    await tap('U0MEI', 'home', 'home-remove-note');
    await until(async () => (await homeText('U0MEI')).includes('My notes*: none yet'));
    expect(await counting.database.prisma.note.count({ where: { noteId } })).toBe(0);
  });

  test('more notes and evidence than Home shows: a page of all of them, each with its *Remove*', async () => {
    const { checkIn } = await shop.checkInOf('U0MEI', '2026-W47');
    const { prisma } = counting.database;
    await prisma.evidence.createMany({
      data: Array.from({ length: 22 }, (_, index) => ({
        workspaceId: 'T0HOME',
        evidenceId: shop.context.newId(),
        memberId: checkIn.memberId,
        standardCode: RETAIL,
        indicatorCode: checkIn.items[0]?.indicatorCode ?? '',
        kind: 'link',
        url: `https://example.com/${index}`,
        title: `piece ${index}.`,
        visibility: 'supervisor',
        createdAt: new Date(Date.UTC(2026, 10, 16, 0, index)),
        changedAt: new Date(Date.UTC(2026, 10, 16, 0, index)),
      })),
    });
    const modalText = async () => JSON.stringify((await viewOf('U0MEI')).modals);
    const removeIn = async (where: 'home' | 'modal', title: string) => {
      const { evidenceId } = await prisma.evidence.findFirstOrThrow({
        where: { workspaceId: 'T0HOME', title },
      });
      await control('action', {
        user: 'U0MEI',
        view: where,
        action_id: 'home-remove-evidence',
        fields: { value: evidenceId },
      });
      await bot.settled();
    };
    await openHome('U0MEI', 'the newest 10 of 22');
    expect(await homeText('U0MEI')).not.toContain('piece 1.');
    await tap('U0MEI', 'home', 'home-all-entries');
    await until(async () => (await modalText()).includes('Page 1 of 2'));
    await tap('U0MEI', 'modal', 'entries-older');
    await until(async () => (await modalText()).includes('Page 2 of 2'));
    expect(await modalText()).toContain('piece 1.');
    await removeIn('modal', 'piece 1.');
    expect(await modalText()).toContain('piece 0.');
    expect(await modalText()).not.toContain('piece 1.');
    expect(await homeText('U0MEI')).toContain('the newest 10 of 21');
    expect(await homeText('U0MEI')).toContain('✅ Removed.');
    // The page is gone with its last piece.
    await removeIn('modal', 'piece 0.');
    expect(await modalText()).toContain('Pieces of evidence: 20');
    expect(await modalText()).not.toMatch(/Page|entries-newer|entries-older/);
    await control('close', { user: 'U0MEI', clear: true });
    await prisma.evidence.deleteMany({ where: { workspaceId: 'T0HOME' } });
    await openHome('U0MEI', 'My evidence*: none yet');
    expect(await homeText('U0MEI')).not.toContain('home-all-entries');
  });

  const filesOf = async (user: string) => {
    const answer = await fetch(`${bot.simulator.url}/_control/messages?user=${user}`);
    const messages = z
      .array(
        z.looseObject({
          files: z.array(z.looseObject({ id: z.string(), name: z.string(), title: z.string() })).optional(),
        }),
      )
      .parse(await answer.json());
    return messages.flatMap(({ files }) => files ?? []);
  };
  const contentOf = async (id: string) => {
    const answer = await fetch(`${bot.simulator.url}/files/${id}`);
    return Buffer.from(await answer.arrayBuffer()).toString('utf8');
  };

  test('download: everything about the one who asks, in their DM, and about nobody else', async () => {
    await answerCheckIn(shop, 'U0MEI', '2026-W47', [4, 'no-opportunity']);
    // A day later on the person's wall already.
    shop.at('2026-11-17T17:00:00Z');
    await openHome('U0MEI', 'Download my data');
    await tap('U0MEI', 'home', 'home-download-json');
    await until(async () => (await homeText('U0MEI')).includes('The file is in our direct messages'));
    await tap('U0MEI', 'home', 'home-download-csv');
    await until(async () => (await filesOf('U0MEI')).length === 2);
    const [json, csv] = await filesOf('U0MEI');
    expect([json, csv]).toMatchObject([
      { name: 'competency-2026-11-18.json', title: 'My competency data 2026-11-18' },
      { name: 'competency-2026-11-18.csv', title: 'My competency data 2026-11-18' },
    ]);
    const exported = JSON.parse(await contentOf(json?.id ?? '')) as Record<string, unknown>;
    expect(exported).toMatchObject({
      profile: { slack_user_id: 'U0MEI' },
      answers: [
        { kind: 'score', score: 4, period: '2026-W47' },
        { kind: 'no-opportunity', score: null },
      ],
      focus: [{ standard_code: RETAIL }],
      supervisors: [{ supervisor: 'Name of U0BOSS' }],
      notices_acknowledged: [{}],
    });
    expect(JSON.stringify(exported)).toContain('© 勞動部勞動力發展署');
    expect(JSON.stringify(exported)).not.toContain('u0boss@');
    const rows = (await contentOf(csv?.id ?? '')).split('\r\n');
    expect(rows[0]).toBe(
      '\uFEFF"Answered","Period","Standard","Indicator","Text","Answer (1–5)","Late","Changed","Current"',
    );
    expect(rows[1]).toMatch(/^"2026-11-17 10:00","2026-W47","IIS3513-005v4","P.*","4","","","yes"$/);
    expect(rows.join()).toContain('© 勞動部勞動力發展署');
    expect(await filesOf('U0BOSS')).toEqual([]);
  });

  describe('while a check-in is open', () => {
    const submitTo = async (form: string, values: object) => {
      await tap('U0LEA', 'home', form);
      await until(async () => (await viewOf('U0LEA')).modals.length === 1);
      await control('submit', { user: 'U0LEA', values });
    };
    const enterLeave = async (from: string, lastDay: string, shown: string) => {
      await submitTo('home-leave', { from: { from }, 'last-day': { 'last-day': lastDay } });
      await until(async () => (await homeText('U0LEA')).includes(`✅ 請假登記好了：${shown}`));
      return await homeText('U0LEA');
    };
    const STILL_OPEN =
      '第 47 週的自評已經在你的訊息裡，11/24（二）23:59 前都可以作答；這次不答的話，在那則訊息按「這週先跳過」。';

    beforeAll(async () => {
      await startCheckIn(shop.context, { workspaceId: 'T0HOME', slackUserId: 'U0LEA' });
      await openHome('U0LEA', '已答 0/4');
    });

    test('leave says that it is, and how to leave it out, unless it closes before', async () => {
      expect(await enterLeave('2026-11-19', '2026-11-20', '11/19–11/20')).toContain(STILL_OPEN);
      expect(await enterLeave('2026-11-25', '2026-11-25', '11/25（三）')).not.toContain('已經在你的訊息裡');
    });

    test('an earlier weekday says why the next one comes later than that', async () => {
      const saved = async (weekday: string, at: string) => {
        await submitTo('home-settings', { weekday: { weekday }, time: { time: '09:00' } });
        await until(async () => (await homeText('U0LEA')).includes(`自評：每${at} 09:00`));
        return await homeText('U0LEA');
      };
      expect(await saved('4', '週四')).not.toContain('才截止');
      const waits = '第 47 週的自評到 11/24（二）23:59 才截止，所以下一次會比你設定的晚一點，之後就照設定。';
      expect(await saved('1', '週一')).toContain(waits);
    });

    test('leave says nothing of it once it is answered', async () => {
      await answerCheckIn(shop, 'U0LEA', '2026-W47', [4, 3, 4, 3]);
      expect(await enterLeave('2026-11-21', '2026-11-21', '11/21（六）')).not.toContain('已經在你的訊息裡');
    });
  });

  test('the check-in’s form, opened on Home: saved, Home says so and shows it', async () => {
    await openHome('U0ANN', '已答 2/4');
    await tap('U0ANN', 'home', 'home-check-in-form');
    await until(async () => (await viewOf('U0ANN')).modals.length === 1);
    await control('submit', { user: 'U0ANN', values: { 'answer-2': { answer: '5' } } });
    await until(async () => (await homeText('U0ANN')).includes('✅ 存好了，已答 3/4。'));
    expect(await homeText('U0ANN')).toContain('*這次的自評還沒答完*：已答 3/4');
    expect((await viewOf('U0ANN')).modals).toEqual([]);
    await tap('U0ANN', 'home', 'home-check-in-form');
    await until(async () => (await viewOf('U0ANN')).modals.length === 1);
    await control('submit', { user: 'U0ANN', values: { 'answer-3': { answer: 'no-opportunity' } } });
    await until(async () => (await homeText('U0ANN')).includes('✅ 存好了，已答 4/4，謝謝。'));
    expect(await homeText('U0ANN')).toContain('這次的自評你都答完了');
  });

  test('what a tap on Home cannot do is said on Home', async () => {
    const { checkInId } = (await shop.checkInOf('U0ANN', '2026-W47')).checkIn;
    const [action_id, value] = ['home-check-in-form', JSON.stringify({ checkIn: checkInId })];
    await openHome('U0BOSS', '你的團隊');
    await control('action', { user: 'U0BOSS', view: 'home', action_id, value, unchecked: true });
    await until(async () => (await homeText('U0BOSS')).includes('這份自評是給另一位同事的'));
    expect((await viewOf('U0BOSS')).modals).toEqual([]);
    await control('fault', { method: 'views.open', kind: '500' });
    for (const form of [action_id, 'home-leave']) {
      await openHome('U0ANN', '這次的自評你都答完了');
      await tap('U0ANN', 'home', form);
      await until(async () => /現在打不開.*代碼：[0-9A-F]{8}/.test(await homeText('U0ANN')));
      await control('home', { user: 'U0ANN' });
      await until(async () => !(await homeText('U0ANN')).includes('現在打不開'));
    }
    await control('fault/off', {});
  });

  test('a leave that is not removed: Home says so, and the form goes on listing it', async () => {
    await tap('U0ANN', 'home', 'home-leave');
    await until(async () => (await viewOf('U0ANN')).modals.length === 1);
    const [from, lastDay] = ['2026-12-24', '2026-12-24'];
    await control('submit', {
      user: 'U0ANN',
      values: { from: { from }, 'last-day': { 'last-day': lastDay } },
    });
    await until(async () => (await homeText('U0ANN')).includes('請假登記好了'));
    await tap('U0ANN', 'home', 'home-leave');
    await until(async () => (await viewOf('U0ANN')).modals.length === 1);
    const { prisma } = counting.database;
    const failing = () => Promise.reject(new Error('it fails'));
    bot.use(
      new Proxy(prisma, {
        get: (target, name) => (name === '$transaction' ? failing : Reflect.get(target, name)),
      }),
    );
    await tap('U0ANN', 'modal', 'leave-remove');
    await until(async () => /沒有移除成功.*代碼：[0-9A-F]{8}/.test(await homeText('U0ANN')));
    bot.use(prisma);
    expect(await homeText('U0ANN')).toContain('12/24');
    await control('close', { user: 'U0ANN', clear: true });
  });

  test('what was skipped is taken up again, by whoever skipped it; what is answered can be changed', async () => {
    const { checkInId } = (await shop.checkInOf('U0MEI', '2026-W47')).checkIn;
    await skipCheckIn(shop.context, { workspaceId: 'T0HOME', slackUserId: 'U0MEI', checkInId, written: '' });
    await openHome('U0MEI', 'You skipped this check-in');
    await control('action', {
      user: 'U0BOSS',
      view: 'home',
      action_id: 'home-answer-after-all',
      value: JSON.stringify({ checkIn: checkInId }),
      unchecked: true,
    });
    expect((await shop.checkInOf('U0MEI', '2026-W47')).checkIn.skippedAt).toBeDefined();
    await tap('U0MEI', 'home', 'home-answer-after-all');
    await until(async () => (await homeText('U0MEI')).includes('Your check-in is waiting'));
    await answerCheckIn(shop, 'U0MEI', '2026-W47', [4, 4, 4, 4]);
    await openHome('U0MEI', 'You have answered this check-in');
    expect(await homeText('U0MEI')).toContain('Change answers');
    expect(await homeText('U0MEI')).not.toContain('no check-in this week');
  });
});
