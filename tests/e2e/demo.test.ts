import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validateBlocks } from '../../src/simulator/validate-blocks/validate-blocks.ts';
import {
  answerRowOf,
  buttonsOf,
  chosenIn,
  type DemoProcess,
  eventually,
  runDemoToEnd,
  startDemoProcess,
} from '../support/demo-process.ts';
import { STORES, type StorePlace } from '../support/stores.ts';

const STAFF = 'U0DEMO001';
const COLLEAGUE = 'U0DEMO002';
const AMERICAN = 'U0DEMO009';
const SUPERVISOR = 'U0DEMO013';
const AMERICAN_SUPERVISOR = 'U0DEMO015';
const ADMINISTRATOR = 'U0DEMO016';
const NEWCOMER = 'U0DEMO017';

/** One visit, told in order: each test goes on where the one before it ended. */
describe.each(STORES)('a visit to the demo on $name', (store) => {
  let place: StorePlace;
  let demo: DemoProcess;

  beforeAll(async () => {
    place = await store.place();
    demo = await startDemoProcess(place);
  });

  afterAll(async () => {
    await demo.stop();
    await place.remove();
  });

  const show = (user: string, chosen: number) =>
    eventually(
      () => demo.newest(user),
      (message) => chosenIn(message).length === chosen,
    );

  test('begins on a Thursday with a check-in of the day before waiting, and a digest for the supervisor', async () => {
    const { now, users } = await demo.state();
    expect(now).toBe('2026-11-19T02:00:00.000Z');
    expect(users).toHaveLength(17);
    const checkIn = await demo.newest(STAFF);
    expect(checkIn.text).toContain('4 個行為指標');
    const ratings = buttonsOf(checkIn).filter(({ action_id: id }) => id.startsWith('rate-'));
    expect(ratings).toHaveLength(4 * 6);
    expect((await demo.newest(AMERICAN)).text).toContain('4 indicators');
    expect((await demo.newest(SUPERVISOR)).text).toContain('團隊週報');
    expect((await demo.newest(AMERICAN_SUPERVISOR)).text).toContain('Your team');
    expect(await demo.messages(ADMINISTRATOR)).toEqual([]);
  });

  test('a new colleague reads the notice about their data first, and has the check-in at once', async () => {
    const notice = await demo.newest(NEWCOMER);
    expect(notice.text).toContain('個人資料告知');
    expect(buttonsOf(notice)).toHaveLength(1);
    const value = buttonsOf(notice)[0]?.value;
    await demo.forge(STAFF, (await demo.newest(STAFF)).ts, {
      action_id: 'notice-acknowledge',
      ...(value === undefined ? {} : { value }),
    });
    await eventually(
      () => demo.ephemerals(STAFF),
      (all) => all.some((said) => said.includes('給另一位同事')),
    );
    expect(await demo.tap(NEWCOMER, 'notice-acknowledge')).toBe(200);
    const [read, checkIn] = await eventually(
      () => demo.messages(NEWCOMER),
      (all) => all.length === 2 && all[0]?.text.includes('讀過這份告知') === true,
    );
    expect(read === undefined ? [] : buttonsOf(read)).toEqual([]);
    expect(checkIn?.text).toContain('4 個行為指標');
  });

  test('one tap saves and is shown; it can be changed and taken back', async () => {
    expect(await demo.tap(STAFF, 'rate-4', 0)).toBe(200);
    expect(chosenIn(await show(STAFF, 1))).toEqual(['4']);
    await demo.tap(STAFF, 'rate-no-opportunity', 0);
    await eventually(
      () => demo.newest(STAFF),
      (message) => chosenIn(message)[0] === '無機會',
    );
    await demo.tap(STAFF, 'rate-take-back', 0);
    await show(STAFF, 0);
  });

  test('promise 1: kill -9 after a tap is shown as saved, then restart: it is there, and so is the clock', async () => {
    await demo.tap(STAFF, 'rate-5', 2);
    await show(STAFF, 1);
    await demo.kill();
    demo = await startDemoProcess(place);
    expect(chosenIn(await demo.newest(STAFF))).toEqual(['5']);
    expect((await demo.state()).now).toBe('2026-11-19T02:00:00.000Z');
    // The database has it too: the next redraw is made from there.
    await demo.tap(STAFF, 'rate-3', 1);
    expect(chosenIn(await show(STAFF, 2))).toEqual(['3', '5']);
  });

  test('a second process on the same folder is refused in one line', async () => {
    const { code, errors } = await runDemoToEnd(place);
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toContain('in use');
  });

  test('four different taps at once are all shown', async () => {
    await Promise.all([0, 1, 2, 3].map((item) => demo.tap(COLLEAGUE, 'rate-2', item)));
    const thanks = await eventually(
      () => demo.newest(COLLEAGUE),
      ({ text }) => text.includes('謝謝'),
    );
    expect(JSON.stringify(thanks.blocks).match(/2\u00a0偶爾/g)).toHaveLength(4);
  });

  test('a completed check-in is a thank-you from which answers can be changed', async () => {
    await demo.tap(COLLEAGUE, 'check-in-reopen');
    await show(COLLEAGUE, 4);
    await demo.tap(COLLEAGUE, 'rate-5', 1);
    await eventually(
      () => demo.newest(COLLEAGUE),
      (message) => chosenIn(message).includes('5'),
    );
    await demo.tap(COLLEAGUE, 'check-in-put-away');
    await eventually(
      () => demo.newest(COLLEAGUE),
      ({ text }) => text.includes('謝謝'),
    );
  });

  test("promise 7: somebody else's tap is refused in private and changes nothing", async () => {
    const { ts, ...message } = await demo.newest(STAFF);
    const button = buttonsOf({ ts, ...message }).find(({ action_id }) => action_id === 'rate-1');
    await demo.forge(COLLEAGUE, ts, {
      action_id: 'rate-1',
      block_id: answerRowOf(message, 0),
      ...(button?.value ? { value: button.value } : {}),
    });
    await eventually(
      () => demo.ephemerals(COLLEAGUE),
      (texts) => texts.some((text) => text.includes('不能代答')),
    );
    expect(chosenIn(await demo.newest(STAFF))).toEqual(['3', '5']);
  });

  test('a value outside 1–5 and an unknown button get a plain sentence', async () => {
    const { ts, blocks } = await demo.newest(STAFF);
    const row = answerRowOf({ blocks }, 0);
    const before = (await demo.ephemerals(STAFF)).length;
    await demo.forge(STAFF, ts, { action_id: 'rate-5', block_id: row, value: '{"answer":9}' });
    await demo.forge(STAFF, ts, { action_id: 'rate-9', block_id: row, value: '9' });
    const texts = await eventually(
      () => demo.ephemerals(STAFF),
      (all) => all.length === before + 2,
    );
    expect(texts.slice(before).every((text) => text.includes('不是可以選的答案'))).toBe(true);
  });

  test.each([
    ['T2.2', '系統障礙回報'],
    ['t2-2', '系統障礙回報'],
    ['Ｔ２．２ ', '系統障礙回報'],
    ['T2', '零售電子商務系統維護'],
    ['P2.2.1', '提報障礙內容'],
    ['O2.2.1', '系統障礙回報單'],
    ['k9', '資訊安全'],
    ['S06', '溝通與協調能力'],
    ['A03', '冒險挑戰'],
    ['IIS3513-005v4', '零售電子商務營運人員'],
    ['KRM T1.1', '進行新品上架/下架'],
    ['搜尋引擎優化', 'P3.1.2'],
    ['T9.9', '/competency'],
    ['help', '/competency'],
  ])('/competency %s is answered to the caller alone', async (asked, expected) => {
    const body = await demo.command(STAFF, asked);
    expect(body).toContain(expected);
    expect(body).toContain('"response_type":"ephemeral"');
  });

  test('a look-up of 40,000 hostile characters is answered, and mentions nobody', async () => {
    const body = await demo.command(STAFF, '<!channel> & '.repeat(3_100));
    expect(body).not.toContain('<!channel>');
    expect(body).toContain('"response_type":"ephemeral"');
  });

  test('the clock does not go backwards', async () => {
    expect((await demo.clock({ to: '2026-11-18T00:00:00Z' })).status).toBe(400);
    expect((await demo.clock({ advance: 'yesterday' })).status).toBe(400);
    expect((await demo.state()).now).toBe('2026-11-19T02:00:00.000Z');
  });

  test('the clock knows whose Monday is meant, and nobody else', async () => {
    expect((await demo.clock({ to: 'next-monday', user: 'U0NOBODY' })).status).toBe(404);
    expect((await demo.state()).now).toBe('2026-11-19T02:00:00.000Z');
  });

  test('next Monday brings each supervisor one digest about the week, with the answers of the visitor and of colleagues', async () => {
    const before = (await demo.messages(SUPERVISOR)).length;
    expect((await demo.clock({ to: 'next-monday' })).status).toBe(200);
    const messages = await demo.messages(SUPERVISOR);
    expect(messages).toHaveLength(before + 1);
    expect(messages.at(-1)?.text).toContain('第 47 週');
    expect(messages.at(-1)?.text).toContain('問了 4 人，4 人至少答了一項');
    expect(messages.at(-1)?.blocks.some(({ type }) => type === 'table')).toBe(true);
  });

  test('a late answer is taken until Tuesday midnight, afterwards the check-in says that it is closed', async () => {
    await demo.tap(STAFF, 'rate-1', 0);
    await show(STAFF, 3);
    const open = await demo.newest(STAFF);
    await demo.clock({ to: '2026-11-24T16:00:00Z' });
    const closed = await eventually(
      () => demo.newest(STAFF),
      ({ text }) => text.includes('截止'),
    );
    expect(buttonsOf(closed)).toEqual([]);
    // A phone that was offline shows the buttons still.
    await demo.forge(STAFF, open.ts, { action_id: 'rate-1', block_id: answerRowOf(open, 0), value: '1' });
    await eventually(
      () => demo.ephemerals(STAFF),
      (texts) => texts.at(-1)?.includes('已經截止') ?? false,
    );
  });

  test('promises 1 and 2: three weeks with a kill -9 among them bring one check-in and one digest a week', async () => {
    const before = (await demo.messages(AMERICAN)).length;
    const digests = (await demo.messages(AMERICAN_SUPERVISOR)).length;
    await demo.clock({ advance: 'P1W' });
    await demo.kill();
    demo = await startDemoProcess(place);
    await demo.clock({ to: '2026-12-15T16:00:00Z' });
    const periods = (await demo.messages(AMERICAN)).slice(before).map(({ text }) => text);
    expect(periods).toHaveLength(3);
    expect(new Set(periods).size).toBe(3);
    expect((await demo.messages(AMERICAN_SUPERVISOR)).slice(digests)).toHaveLength(3);
  });

  test('after two next Mondays the digest counts what colleagues answered, and their messages show it', async () => {
    await demo.clock({ to: 'next-monday' });
    await demo.clock({ to: 'next-monday' });
    const { text } = await demo.newest(SUPERVISOR);
    expect((await demo.state()).now).toBe('2026-12-28T02:00:00.000Z');
    expect(text).toContain('第 52 週');
    expect(text).toMatch(/問了 4 人，[1-3] 人至少答了一項；16 項中答了 [1-9]\d? 項/);
    expect(text).toMatch(/前 4 期合計：64 項中答了 [1-9]\d? 項/);
    // Nobody answers for whom the guide proposes to play.
    expect(text).toMatch(/還沒作答（只有你看得到）：.*陳柏宇/);
    const { users } = await demo.state();
    const newest = await Promise.all(users.slice(0, 12).map(({ id }) => demo.newest(id)));
    const shown = newest.filter(
      (message) => /謝謝|Thank you/.test(message.text) || chosenIn(message).length > 0,
    );
    expect(shown.length).toBeGreaterThan(6);
    expect((await demo.newest(STAFF)).text).toContain('第 52 週的自評');
    expect((await demo.newest(AMERICAN)).text).toContain('This week’s check-in');
  });

  test('promise 10: everything anybody was sent is within what Slack takes, and its text stands alone', async () => {
    const { users } = await demo.state();
    for (const { id } of users) {
      for (const { blocks, text } of await demo.messages(id)) {
        expect(validateBlocks(blocks, 'message')).toEqual([]);
        expect(text.length).toBeGreaterThan(10);
      }
    }
  });

  test('ends cleanly when asked to', async () => {
    expect(await demo.stop()).toBe(0);
  });
});
