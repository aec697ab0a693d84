import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RemindWhen } from '../../src/domain/check-in/reminders.ts';
import { createRenderers } from '../../src/slack/renderers.ts';
import { claimReminders } from '../../src/storage/check-ins/claim-reminders.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { findNextDue } from '../../src/storage/people/next-due.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planReminders } from '../../src/usecases/plan-reminders.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { remindOfCheckIn } from '../../src/usecases/remind-of-check-in.ts';
import { skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const WEDNESDAY = '2026-11-18T13:00+08:00';
const THURSDAY = '2026-11-19T13:00+08:00';
const FRIDAY = '2026-11-20T13:00+08:00';

describe.each(STORES)('private reminders on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;

  const remind = (reminders: number) =>
    counting.database.prisma.schedule.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { reminders },
    });
  /** The check-ins' own messages have gone out. */
  const sendCheckIns = () =>
    counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId, kind: 'check-in' },
      data: { state: 'sent', heldUntil: null, channel: 'D1', ts: '1795053600.000001' },
    });
  const begin = async (people: number, reminders = 1) => {
    number += 1;
    // The tick serves all workspaces: what the test before left behind is not this one's.
    await counting.database.prisma.checkIn.updateMany({ data: { remindAt: null } });
    shop = await openShop(counting.database, `T0REM${number}`);
    await remind(reminders);
    await shop.hire(Array.from({ length: people }, (_, index) => ({ id: `U${index}`, standard: RETAIL })));
    await shop.start();
    shop.at(WEDNESDAY);
    await planCheckIns(shop.context);
    await sendCheckIns();
  };
  beforeEach(() => begin(1));

  const own = async (who = 'U0') => ({
    workspaceId: shop.workspaceId,
    slackUserId: who,
    checkInId: (await shop.checkInOf(who, '2026-W47')).checkIn.checkInId,
  });
  let taps = 0;
  const answer = async (positions: readonly number[], who = 'U0') => {
    for (const position of positions) {
      taps += 1;
      const actionTs = `${1_795_100_000 + taps}.000000`;
      await recordRating(shop.context, { ...(await own(who)), position, answer: 4, actionTs });
    }
  };
  const ask = async (when: RemindWhen) => await remindOfCheckIn(shop.context, { ...(await own()), when });
  const tickAt = async (instant: string) => {
    shop.at(instant);
    return await planReminders(shop.context);
  };
  const queued = () =>
    counting.database.prisma.delivery.findMany({
      where: { workspaceId: shop.workspaceId, kind: 'check-in-reminder' },
      orderBy: { createdAt: 'asc' },
    });
  const remindAt = async () => (await shop.checkInOf('U0', '2026-W47')).checkIn.remindAt;

  test('one comes unasked, on the next working day, and no other', async () => {
    expect(await remindAt()).toEqual(new Date(THURSDAY));
    expect(await tickAt('2026-11-19T12:59+08:00')).toBe(0);
    expect(await tickAt(THURSDAY)).toBe(1);
    expect(await tickAt(FRIDAY)).toBe(0);
    const [delivery] = await queued();
    const { checkInId } = await own();
    expect(delivery).toMatchObject({ subjectId: checkInId, state: 'queued' });
    expect(delivery?.key).toBe(`reminder:${checkInId}:${Date.parse(THURSDAY) / 1_000}`);
    expect(shop.woken).toContain(shop.workspaceId);
  });

  test.each([
    [0, []],
    [1, [THURSDAY]],
    [2, [THURSDAY, FRIDAY]],
  ])('as many as the schedule says, %i, and they end by themselves', async (reminders, expected) => {
    await begin(1, reminders);
    for (let day = 19; day <= 26; day += 1) await tickAt(`2026-11-${day}T13:00+08:00`);
    expect((await queued()).map(({ createdAt }) => createdAt)).toEqual(
      expected.map((instant) => new Date(instant)),
    );
    expect(await remindAt()).toBeUndefined();
  });

  test.each([
    ['late the day before', '2026-11-18T19:00+08:00', THURSDAY],
    ['on the morning of the reminder', '2026-11-19T09:00+08:00', FRIDAY],
    ['minutes before it', '2026-11-19T12:55+08:00', FRIDAY],
  ])(
    'a check-in that reached its member %s is reminded of a working day after',
    async (_when, at, expected) => {
      await counting.database.prisma.delivery.updateMany({
        where: { workspaceId: shop.workspaceId, kind: 'check-in' },
        data: { reachedAt: new Date(at) },
      });
      await tickAt(THURSDAY);
      await tickAt(FRIDAY);
      expect((await queued()).map(({ createdAt }) => createdAt)).toEqual([new Date(expected)]);
    },
  );

  test('none for what is answered, skipped or closed, nor for whoever has left', async () => {
    await begin(4);
    await answer([0, 1, 2, 3], 'U0');
    await skipCheckIn(shop.context, { ...(await own('U1')), written: '' });
    await counting.database.prisma.checkIn.updateMany({
      where: { workspaceId: shop.workspaceId, skippedAt: { not: null } },
      data: { remindAt: new Date(THURSDAY) },
    });
    await counting.database.prisma.member.updateMany({
      where: { workspaceId: shop.workspaceId, slackUserId: 'U2' },
      data: { active: false },
    });
    await answer([0, 1, 2], 'U3');
    expect(await tickAt(THURSDAY)).toBe(1);
    expect((await queued()).map(({ subjectId }) => subjectId)).toEqual([(await own('U3')).checkInId]);
    await begin(1);
    expect(await tickAt('2026-11-25T00:00+08:00')).toBe(0);
    expect(await queued()).toEqual([]);
  });

  test('one that was asked for takes the place of the next, and does not count among those unasked', async () => {
    shop.at('2026-11-18T15:00+08:00');
    expect(await ask('in-an-hour')).toMatchObject({ outcome: 'set', isInstead: false });
    expect(await ask('tomorrow-morning')).toMatchObject({
      outcome: 'set',
      at: { day: 19, time: '09:00' },
      isInstead: true,
    });
    expect(await tickAt('2026-11-18T16:00+08:00')).toBe(0);
    expect(await tickAt('2026-11-19T09:00+08:00')).toBe(1);
    expect(await tickAt(THURSDAY)).toBe(0);
    expect(await tickAt(FRIDAY)).toBe(1);
    expect(await tickAt('2026-11-23T13:00+08:00')).toBe(0);
    expect(await ask('in-an-hour')).toMatchObject({ outcome: 'set' });
    expect(await tickAt('2026-11-23T14:00+08:00')).toBe(1);
    expect(await remindAt()).toBeUndefined();
  });

  test('whatever becomes of one that was asked for, the check-in’s message is owed a redraw; of none else', async () => {
    const version = async () => (await shop.checkInOf('U0', '2026-W47')).checkIn.version;
    await ask('tomorrow-morning');
    const asked = await version();
    await tickAt('2026-11-18T23:00+08:00');
    expect(await version()).toBe(asked);
    await tickAt('2026-11-19T09:00+08:00');
    expect(await version()).toBe(asked + 1);
    expect((await shop.checkInOf('U0', '2026-W47')).checkIn).toMatchObject({ remindAsked: false });
    await tickAt(FRIDAY);
    expect(await queued()).toHaveLength(2);
    expect(await version()).toBe(asked + 1);
  });

  test('what cannot be is refused: after the closing, in the past, of nothing, of somebody else’s', async () => {
    shop.at('2026-11-24T15:00+08:00');
    expect(await ask('tomorrow-morning')).toMatchObject({
      outcome: 'too-late',
      lastMinute: { day: 24, time: '23:59' },
    });
    expect(await ask('this-afternoon')).toMatchObject({ outcome: 'past', at: { day: 24, time: '14:00' } });
    const stranger = { ...(await own()), slackUserId: 'U0OTHER', when: 'in-an-hour' as const };
    expect(await remindOfCheckIn(shop.context, stranger)).toEqual({ outcome: 'not-yours' });
    await skipCheckIn(shop.context, { ...(await own()), written: '' });
    expect(await ask('in-an-hour')).toEqual({ outcome: 'skipped' });
    await answer([0, 1, 2, 3]);
    expect(await ask('in-an-hour')).toEqual({ outcome: 'answered' });
    shop.at('2026-11-25T00:00+08:00');
    expect(await ask('in-an-hour')).toMatchObject({ outcome: 'closed' });
  });

  test('none is promised where the roster has left nothing to answer', async () => {
    const before = await remindAt();
    await shop.hire([{ id: 'U0' }]);
    expect(await ask('in-an-hour')).toEqual({ outcome: 'nothing-asked' });
    expect(await remindAt()).toEqual(before);
    shop.at('2026-11-25T00:00+08:00');
    expect(await ask('in-an-hour')).toMatchObject({ outcome: 'closed' });
  });

  test('one that an outage has held up comes in the next working hours, asked for or not', async () => {
    expect(await tickAt('2026-11-19T23:00+08:00')).toBe(0);
    expect(await remindAt()).toEqual(new Date('2026-11-20T09:00+08:00'));
    expect(await tickAt('2026-11-20T09:00+08:00')).toBe(1);
    await ask('tomorrow-morning');
    expect(await tickAt('2026-11-22T09:00+08:00')).toBe(0);
    expect(await tickAt('2026-11-23T09:00+08:00')).toBe(1);
  });

  test('one that was asked for and held up is still one that was asked for', async () => {
    await begin(1, 1);
    await ask('tomorrow-morning');
    expect(await tickAt('2026-11-19T23:00+08:00')).toBe(0);
    expect((await shop.checkInOf('U0', '2026-W47')).checkIn).toMatchObject({ remindAsked: true });
    expect(await tickAt('2026-11-20T09:00+08:00')).toBe(1);
    // It counts for none of those that come unasked: that one is still to come.
    expect(await remindAt()).toEqual(new Date('2026-11-23T13:00+08:00'));
  });

  test.each([
    [1, 0, []],
    [2, 0, []],
    [2, 1, [THURSDAY]],
  ])(
    'of %i, the schedule has %i once the first has come or is to come: no more come',
    async (before, after, expected) => {
      await begin(1, before);
      if (after > 0) await tickAt(THURSDAY);
      await remind(after);
      for (let day = 19; day <= 24; day += 1) await tickAt(`2026-11-${day}T13:00+08:00`);
      expect((await queued()).map(({ createdAt }) => createdAt)).toEqual(
        expected.map((instant) => new Date(instant)),
      );
      expect(await remindAt()).toBeUndefined();
    },
  );

  test('one that was asked for comes also where none come unasked, and none follows it', async () => {
    await ask('tomorrow-morning');
    await remind(0);
    expect(await tickAt('2026-11-19T09:00+08:00')).toBe(1);
    expect(await remindAt()).toBeUndefined();
  });

  const states = async () => (await queued()).map(({ state, reason, asked }) => ({ state, reason, asked }));
  const SUPERFLUOUS = { state: 'cancelled', reason: 'newer-reminder' };

  test('one that could not be sent is not sent beside the next, which says the same; anybody else’s is', async () => {
    await begin(2, 2);
    expect(await tickAt(THURSDAY)).toBe(2);
    await answer([0, 1, 2, 3], 'U1');
    expect(await tickAt(FRIDAY)).toBe(1);
    const mine = { subjectId: (await own()).checkInId };
    const theirs = (await queued()).filter(({ subjectId }) => subjectId !== mine.subjectId);
    expect(theirs).toMatchObject([{ state: 'queued' }]);
    expect((await queued()).filter(({ subjectId }) => subjectId === mine.subjectId)).toMatchObject([
      { ...SUPERFLUOUS, createdAt: new Date(THURSDAY) },
      { state: 'queued', reason: null, createdAt: new Date(FRIDAY) },
    ]);
  });

  test.each(['sending', 'uncertain', 'sent'])(
    'one that is %s may be there: it stays as it is',
    async (state) => {
      await begin(1, 2);
      await tickAt(THURSDAY);
      await counting.database.prisma.delivery.updateMany({
        where: { workspaceId: shop.workspaceId, kind: 'check-in-reminder' },
        data: { state },
      });
      await tickAt(FRIDAY);
      expect((await queued()).map((each) => each.state)).toEqual([state, 'queued']);
    },
  );

  test('the one in the place of one that was asked for comes on any day, as that would have', async () => {
    await ask('tomorrow-morning');
    await tickAt('2026-11-19T09:00+08:00');
    await tickAt(FRIDAY);
    expect(await states()).toEqual([
      { ...SUPERFLUOUS, asked: true },
      { state: 'queued', reason: null, asked: true },
    ]);
  });

  const holdCheckIn = (until: string | null) =>
    counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId, kind: 'check-in' },
      data: {
        state: 'queued',
        reason: 'away',
        channel: null,
        ts: null,
        heldUntil: until === null ? null : new Date(until),
      },
    });

  test('while the check-in itself waits for somebody who is away, its reminder moves on, and counts for none', async () => {
    await holdCheckIn('2026-11-20T09:00+08:00');
    expect(await tickAt(THURSDAY)).toBe(0);
    expect(await remindAt()).toEqual(new Date('2026-11-23T13:00+08:00'));
    await sendCheckIns();
    expect(await tickAt('2026-11-23T13:00+08:00')).toBe(1);
  });

  test('while an outage holds it up, it moves on from day to day, until the closing', async () => {
    await holdCheckIn(null);
    expect(await tickAt(THURSDAY)).toBe(0);
    expect(await remindAt()).toEqual(new Date(FRIDAY));
    for (const day of [20, 23, 24]) await tickAt(`2026-11-${day}T13:00+08:00`);
    expect(await remindAt()).toBeUndefined();
    expect(await queued()).toEqual([]);
  });

  test('promise 2: two processes at once remind everybody once', async () => {
    await begin(30);
    shop.at(THURSDAY);
    const made = await Promise.all([1, 2, 3].map(() => planReminders(shop.context)));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(new Set((await queued()).map(({ memberId }) => memberId)).size).toBe(30);
    expect(await queued()).toHaveLength(30);
  });

  (store.isShared ? test : test.skip)(
    'promises 1 and 2: what one process has claimed another passes over; when the one dies, they are still owed',
    async () => {
      await begin(30);
      shop.at(THURSDAY);
      const other = await openDatabase(counting.place);
      const dying = other.prisma.$transaction(async (tx) => {
        expect(await claimReminders(tx, shop.context.now(), 10)).toHaveLength(10);
        // Goes on although the claims of the first are held, and does not wait for them.
        expect(await planReminders(shop.context)).toBe(20);
        throw new Error('the process died here');
      });
      await expect(dying).rejects.toThrow('died here');
      await other.close();
      expect(await planReminders(shop.context)).toBe(10);
      expect(new Set((await queued()).map(({ memberId }) => memberId)).size).toBe(30);
      expect(await queued()).toHaveLength(30);
    },
  );

  test('promise 1: a tick that dies halfway leaves nothing behind, and the next one does it all', async () => {
    await begin(3);
    shop.at(THURSDAY);
    const failing = { ...shop.context, wakeSender: () => Promise.reject(new Error('the process died here')) };
    await expect(planReminders(failing)).rejects.toThrow('died here');
    expect(await queued()).toEqual([]);
    expect(await planReminders(shop.context)).toBe(3);
  });

  test('as many statements for two hundred people as for two, and one alone where nothing is due', async () => {
    await begin(2);
    shop.at(THURSDAY);
    const forFew = await counting.statementsOf(() => planReminders(shop.context));
    await begin(200);
    shop.at(THURSDAY);
    expect(await counting.statementsOf(() => planReminders(shop.context))).toBe(forFew);
    expect(await queued()).toHaveLength(200);
    expect(forFew).toBe(2);
    expect(await counting.statementsOf(() => planReminders(shop.context))).toBe(1);
  });

  test('the demo’s clock knows of them', async () => {
    await begin(1);
    await counting.database.prisma.memberSchedule.deleteMany({
      where: { workspaceId: { not: shop.workspaceId } },
    });
    expect(await findNextDue(counting.database.prisma)).toEqual(new Date(THURSDAY));
    await tickAt(THURSDAY);
    expect(await findNextDue(counting.database.prisma)).toEqual(new Date('2026-11-25T13:00+08:00'));
  });

  describe('what is sent', () => {
    const rendered = async () => {
      const { checkInId } = await own();
      const render = createRenderers(shop.context).deliveries['check-in-reminder'];
      return (await render(shop.workspaceId, [checkInId], 'zh-TW')).get(checkInId);
    };

    test('is that something is left and until when, or nothing when there is nothing to remind of any more', async () => {
      await holdCheckIn(null);
      expect(await rendered()).toBe('gone');
      await sendCheckIns();
      await answer([0, 1]);
      shop.at(THURSDAY);
      expect(await rendered()).toMatchObject({
        text: '提醒你：第 47 週的自評還沒答完，11/24（二）23:59 前都可以接著作答。',
      });
      await skipCheckIn(shop.context, { ...(await own()), written: '' });
      expect(await rendered()).toBe('skipped');
      await answer([2, 3]);
      expect(await rendered()).toBe('answered');
      shop.at('2026-11-25T00:00+08:00');
      expect(await rendered()).toBe('closed');
    });
  });
});
