import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { validateBlocks } from '../../../src/simulator/validate-blocks/validate-blocks.ts';
import { textsFor } from '../../../src/texts/texts.ts';
import { recordRating } from '../../../src/usecases/record-rating.ts';
import { RETAIL } from '../../support/shop.ts';
import { away } from '../support/open-bot.ts';
import { type Dialogue, openDialogue, type Said } from '../support/open-dialogue.ts';

const SEED = 20_261_124;

describe('words to the bot, over real HTTP', () => {
  let dialogue: Dialogue;

  beforeAll(async () => {
    dialogue = await openDialogue([
      { id: 'U0MEI', standard: RETAIL },
      { id: 'U0ANN', standard: RETAIL, acknowledged: false },
      { id: 'U0BOSS', role: 'hr' },
    ]);
    const { shop } = dialogue;
    await shop.start();
    shop.at('2026-11-17T02:00:00Z');
  });

  afterAll(() => dialogue.stop());

  const textOf = (said: readonly Said[]) => said.map(({ text }) => text).join('\n');

  /** Sends an event that the local Slack's people cannot cause by hand, signed. */
  async function deliver(event: object): Promise<void> {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T0TEAM',
      event_id: `Ev${JSON.stringify(event).length}`,
      event: { type: 'message', channel_type: 'im', ...event },
    });
    await dialogue.deliver(body);
  }

  describe('a member types', () => {
    test('嗨，hi: a friendly line, and what can be typed', async () => {
      expect(textOf(await dialogue.write('U0MEI', '嗨'))).toMatch(/你好！.*\n可以這樣跟我說：/);
      expect(textOf(await dialogue.write('U0TOM', 'Hi!'))).toMatch(/^Hello!/);
    });

    test('謝謝: one line', async () => {
      expect(textOf(await dialogue.write('U0MEI', '謝謝 :pray:'))).toBe('不客氣，有需要再找我。');
    });

    test('說明: every feature', async () => {
      const said = textOf(await dialogue.write('U0MEI', '說明'));
      for (const feature of [
        '自評',
        '查職能基準',
        '我的現況',
        '首頁',
        '提醒',
        '筆記與佐證',
        '設定',
        '捷徑',
      ]) {
        expect(said).toContain(feature);
      }
    });

    test('設定, which is a word of a standard too: where it is, and how to look it up', async () => {
      const [where, look] = textOf(await dialogue.write('U0MEI', '設定')).split('\n');
      expect(where).toBe(textsFor('zh-TW').whereItIs.where.settings);
      const ask = /輸入 (\S+ 設定)$/.exec(look ?? '')?.[1] ?? '';
      expect(textOf(await dialogue.write('U0MEI', ask))).toMatch(/^在 .* 找到「設定」/);
    });

    test('請假: where it is; 下次什麼時候: when', async () => {
      expect(textOf(await dialogue.write('U0MEI', '請假'))).toBe(textsFor('zh-TW').whereItIs.where.leave);
      expect(textOf(await dialogue.write('U0MEI', '下次什麼時候？'))).toContain('下一次自評：');
    });

    test('what nobody has heard of: what was understood, and what can be typed, in short', async () => {
      const [said] = await dialogue.write('U0MEI', '今天天氣如何');
      expect(said?.text).toMatch(/^找不到「今天天氣如何」/);
      expect(said?.text).toContain('說明');
      expect(said?.blocks.length).toBeLessThanOrEqual(2);
    });

    test.each(['icap.tw', 'https://icap.tw/a?b=1&c=2', 'hr@icap.tw'])(
      '%s, of which Slack makes a link: it is read as it was typed',
      async (typed) => {
        const said = textOf(await dialogue.write('U0MEI', typed)).replaceAll('\u2060', '');
        expect(said).toContain(`找不到「${typed.replace('&', '&amp;')}」`);
      },
    );

    test('a code with a mention of the bot before it', async () => {
      await deliver({ channel: await dmOf('U0MEI'), user: 'U0MEI', ts: '1.1', text: '<@U0BOT> K09' });
      await until(async () => (await dialogue.get('messages?user=U0MEI')).includes('K09 資訊安全'));
    });
  });

  test.each([
    ['emoji', ':tada: :+1::skin-tone-2:'],
    ['spaces', '   '],
    ['punctuation', '……！'],
    ['bidirectional characters', '\u202e\u2066\u200f'],
  ])('%s: a short answer that says what can be typed', async (_what, typed) => {
    const said = await dialogue.write('U0TOM', typed);
    expect(said).toHaveLength(1);
    expect(textOf(said)).toMatch(/^There are no words in this message that I can read\.\nYou can type:/);
  });

  test('40,000 characters: a short answer', async () => {
    const said = await dialogue.write('U0TOM', 'x'.repeat(40_000));
    expect(said).toHaveLength(1);
    expect(textOf(said)).toMatch(/too long to look up/);
    expect(textOf(said).length).toBeLessThan(300);
  });

  test('a file without a word: a short answer', async () => {
    const channel = await dmOf('U0ANN');
    await deliver({ channel, user: 'U0ANN', ts: '1.2', subtype: 'file_share', files: [{ id: 'F1' }] });
    await until(async () => (await dialogue.get('messages?user=U0ANN')).includes('沒有我看得懂的文字'));
  });

  test('what is written in a thread is answered there', async () => {
    const channel = await dmOf('U0MEI');
    await deliver({ channel, user: 'U0MEI', ts: '1.6', thread_ts: '1.5', text: 'S06' });
    await until(async () => (await dialogue.get('log')).includes('"thread_ts":"1.5"'));
  });

  test('what is edited, deleted or said by a bot is not answered', async () => {
    const channel = await dmOf('U0ANN');
    const before = await dialogue.get('messages?user=U0ANN');
    await deliver({ channel, ts: '1.3', subtype: 'message_changed', message: { text: 'hi' } });
    await deliver({ channel, user: 'U0ANN', ts: '1.4', text: 'hi', bot_id: 'B0OTHER' });
    // The one that is answered came last.
    await dialogue.write('U0MEI', 'ok');
    expect(await dialogue.get('messages?user=U0ANN')).toBe(before);
  });

  test('what Slack tells of the bot’s own messages costs no statement', async () => {
    const channel = await dmOf('U0MEI');
    const redrawn = {
      channel,
      ts: '1.7',
      subtype: 'message_changed',
      message: { bot_id: 'B0BOT', text: 'hi' },
    };
    const statements = await dialogue.counting.statementsOf(async () => {
      await deliver(redrawn);
      await dialogue.settled();
    });
    expect(statements).toBe(0);
  });

  test('whatever is typed is answered with one message that Slack takes', async () => {
    const typed = fc
      .oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 250 }),
        fc
          .array(
            fc.constantFrom(
              'check',
              '-in',
              '我',
              '報表',
              'T2.2',
              ' ',
              '\u202e',
              '<!channel>',
              '&',
              ':+1:',
              '*',
            ),
            { minLength: 1, maxLength: 6 },
          )
          .map((parts) => parts.join('')),
      )
      .map((text) => text.toWellFormed());
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const said = await dialogue.write('U0TOM', text);
        expect(said).toHaveLength(1);
        expect(validateBlocks(said[0]?.blocks, 'message')).toEqual([]);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });

  describe('check-in', () => {
    test('somebody who has not read the notice is told to', async () => {
      expect(textOf(await dialogue.write('U0ANN', '自評'))).toContain('「我已閱讀」');
    });

    test('strangers, and people without a standard, are told in a sentence', async () => {
      expect(textOf(await dialogue.write('U0TOM', 'check-in'))).toContain('you are not on it');
      expect(await dialogue.ask('U0BOSS', 'checkin')).toContain('沒有對應的職能基準');
    });

    test('a member gets one, is pointed to it, and then hears when the next one comes', async () => {
      expect(textOf(await dialogue.write('U0MEI', 'Check-in!'))).toBe(
        '本週自評這就送到你的私訊，共 4 個行為指標，約 1 分鐘。\n下一次自評：11/25（三）13:00。',
      );
      const { checkIn } = await dialogue.shop.checkInOf('U0MEI', '2026-W47');
      expect(await dialogue.ask('U0MEI', '自評')).toContain('這就送到你的私訊，11/24');
      await dialogue.shop.context.database.prisma.delivery.updateMany({
        where: { workspaceId: dialogue.shop.workspaceId },
        data: { state: 'sent', channel: 'D0MEI', ts: '1795053600.000001' },
      });
      const again = await dialogue.ask('U0MEI', '自評');
      expect(again).toContain('已經在你的私訊裡');
      expect(again).toContain('check-in-form');
      for (const position of [0, 1, 2, 3]) {
        await recordRating(dialogue.shop.context, {
          workspaceId: 'T0TEAM',
          slackUserId: 'U0MEI',
          checkInId: checkIn.checkInId,
          position,
          answer: 4,
          actionTs: `1800000000.00000${position}`,
        });
      }
      const answered = await dialogue.write('U0MEI', '開始自評');
      expect(textOf(answered)).toMatch(/都答完了，謝謝。11\/24（二）23:59 前都可以更改。/);
      expect(JSON.stringify(answered)).toContain('更改答案');
      expect(await dialogue.shop.checkInsOf('2026-W47')).toHaveLength(1);
    });

    test('the shortcut says the same in a modal; of one that waits it opens the form', async () => {
      const { checkInId } = (await dialogue.shop.checkInOf('U0MEI', '2026-W47')).checkIn;
      const answerFirst = async (answer: 4 | undefined, actionTs: string) => {
        const tap = { workspaceId: 'T0TEAM', slackUserId: 'U0MEI', checkInId, position: 0 };
        await recordRating(dialogue.shop.context, { ...tap, answer, actionTs });
      };
      await answerFirst(undefined, '1800000001.000000');
      await shortcut('U0MEI', 'start-check-in');
      expect((await openModals('U0MEI')).map(({ callback_id }) => callback_id)).toEqual(['check-in-form']);
      await dialogue.control('submit', { user: 'U0MEI', values: { 'answer-0': { answer: '4' } } });
      expect(JSON.stringify(await openModals('U0MEI'))).toContain('存好了，已答 4/4，謝謝。');
      await dialogue.control('close', { user: 'U0MEI', clear: true });
      await shortcut('U0MEI', 'start-check-in');
      const [modal] = await openModals('U0MEI');
      expect(JSON.stringify(modal)).toContain('都答完了');
      await shortcut('U0TOM', 'start-check-in');
      expect(JSON.stringify(await openModals('U0TOM'))).toContain('you are not on it');
    });
  });

  describe('me', () => {
    test('a member sees where they stand, in a message and after the command, in one statement', async () => {
      const said = textOf(await dialogue.write('U0MEI', '我的現況'));
      expect(said).toMatch(
        /^我的現況\nIIS3513-005v4 零售電子商務營運人員\n\d+ 個行為指標中，4 個在近 26 週內有你的自評。/,
      );
      expect(said).toMatch(/已達目標 4 分.*\n.*中間分數 4\.0（\d 筆分數）/);
      expect(said).toContain('下一次自評：11/25（三）13:00。');
      expect(await dialogue.ask('U0MEI', 'me')).toContain('中間分數 4.0');
      expect(await dialogue.counting.statementsOf(() => dialogue.ask('U0MEI', 'me'))).toBe(1);
    });

    test('nobody sees anything of anybody else', async () => {
      expect(await dialogue.ask('U0ANN', 'me')).toContain('還沒有分數');
      expect(await dialogue.ask('U0BOSS', '我')).toContain('沒有對應的職能基準');
      expect(await dialogue.ask('U0TOM', 'me')).toContain('you are not on it');
    });
  });

  describe('Look up, from anywhere', () => {
    const submit = async (values: object) => await dialogue.control('submit', { user: 'U0ANN', values });
    const question = (value: string) => ({ question: { question: value } });

    test('answers in the modal it asks in, again and again, with the official text', async () => {
      await shortcut('U0ANN', 'look-up');
      await openModals('U0ANN');
      await submit(question('k9'));
      expect(JSON.stringify(await dialogue.modalsOf('U0ANN'))).toContain('K09 資訊安全');
      await submit(question('T2.2'));
      const [modal, another] = await dialogue.modalsOf('U0ANN');
      expect(another).toBeUndefined();
      expect(JSON.stringify(modal)).toContain('系統更新前向顧客發送公告，避免因系統更新而造成顧客交易不便。');
      expect(modal?.blocks[0]?.type).toBe('input');
    });

    test('takes whatever a hostile client sends', async () => {
      for (const value of ['x'.repeat(40_000), '\u202e<!channel>', '']) {
        const answer = await dialogue.control('submit', {
          user: 'U0ANN',
          unchecked: true,
          values: question(value),
        });
        expect(answer).toContain('"status":200');
      }
      expect(await dialogue.modalsOf('U0ANN')).toHaveLength(1);
    });
  });

  test('with the database away: a sentence with a reference, wherever it was asked', async () => {
    const { prisma } = dialogue.shop.context.database;
    dialogue.use(away(prisma));
    const said = [textOf(await dialogue.write('U0MEI', '我的現況')), await dialogue.ask('U0MEI', 'check-in')];
    await dialogue.control('close', { user: 'U0MEI', clear: true });
    await shortcut('U0MEI', 'start-check-in');
    said.push(JSON.stringify(await openModals('U0MEI')));
    dialogue.use(prisma);
    for (const each of said) {
      expect(each).toMatch(/代碼：[0-9A-F]{8}/);
      expect(each).not.toContain('secret-host');
    }
  });

  test('with the database away, whoever reads English is told in English', async () => {
    const { prisma } = dialogue.shop.context.database;
    dialogue.use(away(prisma));
    const said = [textOf(await dialogue.write('U0TOM', 'me')), await dialogue.ask('U0TOM', 'check-in')];
    await shortcut('U0TOM', 'start-check-in');
    said.push(JSON.stringify(await openModals('U0TOM')));
    dialogue.use(prisma);
    for (const each of said) expect(each).toMatch(/reference: [0-9A-F]{8}/);
  });

  test('a database that hangs: acknowledged in time, and answered once when it comes', async () => {
    const { prisma } = dialogue.shop.context.database;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const isQuery = (name: string | symbol): name is '$queryRaw' => name === '$queryRaw';
    dialogue.use(
      new Proxy(prisma, {
        get: (target, name) =>
          isQuery(name)
            ? async (...query: Parameters<typeof prisma.$queryRaw>) => {
                await held;
                return await target.$queryRaw(...query);
              }
            : Reflect.get(target, name),
      }),
    );
    const ephemerals = async () =>
      z.array(z.unknown()).parse(JSON.parse(await dialogue.get('ephemerals?user=U0MEI')));
    const before = await ephemerals();
    expect(await dialogue.ask('U0MEI', 'me')).not.toContain('我的現況');
    release();
    await dialogue.settled();
    dialogue.use(prisma);
    const shown = z.array(z.looseObject({ text: z.string() })).parse(await ephemerals());
    expect(shown.slice(before.length).map(({ text }) => text.split('\n')[0])).toEqual(['我的現況']);
  });

  describe('costs', () => {
    test('a look-up, and help, take no statement once warm', async () => {
      await dialogue.ask('U0MEI', 'T2.2');
      for (const typed of ['T2.2', 'help', '', '查詢', '謝謝', ':tada:', '今天天氣如何']) {
        expect(await dialogue.counting.statementsOf(() => dialogue.ask('U0MEI', typed))).toBe(0);
      }
    });
  });

  async function dmOf(user: string): Promise<string> {
    await dialogue.write(user, 'ok');
    const messages = z
      .array(z.looseObject({ channel: z.string().optional() }))
      .parse(JSON.parse(await dialogue.get(`messages?user=${user}`)));
    return messages.at(-1)?.channel ?? `D${user.slice(1)}`;
  }

  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    while (!(await isTrue()));
  }

  async function shortcut(user: string, callbackId: string): Promise<void> {
    expect(await dialogue.control('shortcut', { user, callback_id: callbackId })).toContain('"status":200');
  }

  async function openModals(user: string) {
    await until(async () => (await dialogue.modalsOf(user)).length > 0);
    return await dialogue.modalsOf(user);
  }
});
