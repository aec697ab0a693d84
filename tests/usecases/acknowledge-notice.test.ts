import { beforeEach, describe, expect, test } from '@jest/globals';
import { runCommand } from '../../src/cli/commands.ts';
import { NOTICE_VERSION } from '../../src/domain/people/notice.ts';
import { acknowledgeNotice } from '../../src/usecases/acknowledge-notice.ts';
import { findUnacknowledged } from '../../src/usecases/find-unacknowledged.ts';
import { keepEvidence } from '../../src/usecases/keep-evidence.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { prefer } from '../support/own-preference.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const WEDNESDAY = '2026-11-18T05:00:00Z';
const weeksLater = (weeks: number) =>
  new Date(Date.parse(WEDNESDAY) + weeks * 7 * 24 * 3_600_000).toISOString();

describe.each(STORES)('the notice before the first check-in, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0NOTICE${shops}`);
    await shop.hire([
      { id: 'UNEW', standard: RETAIL, acknowledged: false },
      { id: 'UOLD', standard: RETAIL },
    ]);
    await shop.start();
  });

  const tickAt = async (instant: string) => {
    shop.at(instant);
    return await planCheckIns(shop.context);
  };
  const memberIdOf = async (slackUserId: string) =>
    (
      await counting.database.prisma.member.findFirstOrThrow({
        where: { workspaceId: shop.workspaceId, slackUserId },
      })
    ).memberId;
  const acknowledge = async (by: string, whose = by, version = NOTICE_VERSION) =>
    await acknowledgeNotice(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: by,
      memberId: await memberIdOf(whose),
      version,
    });
  const notices = async () =>
    (
      await counting.database.prisma.delivery.findMany({
        where: { workspaceId: shop.workspaceId, kind: 'notice' },
        orderBy: { createdAt: 'asc' },
      })
    ).map(({ key, state, memberId, subjectId }) => ({ key, state, memberId, subjectId }));
  const notHeld = async () =>
    (
      await counting.database.prisma.notHeld.findMany({
        where: { workspaceId: shop.workspaceId },
        orderBy: { period: 'asc' },
      })
    ).map(({ period, reason }) => `${period} ${reason}`);
  const askedIn = async (period: string) =>
    (await shop.checkInsOf(period)).map(({ recipient }) => recipient.slackUserId);
  const acknowledgements = () =>
    counting.database.prisma.noticeAcknowledgement.findMany({
      where: { workspaceId: shop.workspaceId, member: { slackUserId: 'UNEW' } },
    });

  test('comes instead of the check-in, and the sender is woken for it', async () => {
    shop.woken.length = 0;
    expect(await tickAt(WEDNESDAY)).toBe(1);
    expect(await askedIn('2026-W47')).toEqual(['UOLD']);
    const member = await memberIdOf('UNEW');
    expect(await notices()).toEqual([
      {
        key: `notice:${member}:${NOTICE_VERSION}:2026-W47`,
        state: 'queued',
        memberId: member,
        subjectId: member,
      },
    ]);
    expect(shop.woken).toContain(shop.workspaceId);
    expect(await notHeld()).toEqual([]);
  });

  test('read is read, also where the check-ins that are due cannot be made just then: the next tick makes it', async () => {
    await tickAt(WEDNESDAY);
    const failing = { ...shop.context, wakeSender: () => Promise.reject(new Error('no sender to wake')) };
    const acknowledged = await acknowledgeNotice(failing, {
      workspaceId: shop.workspaceId,
      slackUserId: 'UNEW',
      memberId: await memberIdOf('UNEW'),
      version: NOTICE_VERSION,
    });
    expect(acknowledged).toMatchObject({ outcome: 'own', comes: 'now' });
    expect(await acknowledgements()).toHaveLength(1);
    expect(await planCheckIns(shop.context)).toBe(1);
    expect((await askedIn('2026-W47')).sort()).toEqual(['UNEW', 'UOLD']);
  });

  test.each([
    ['an earlier version is not enough', NOTICE_VERSION - 1, []],
    ['a later one is', NOTICE_VERSION + 1, ['UOLD']],
  ])('%s', async (_what, version, asked) => {
    await counting.database.prisma.noticeAcknowledgement.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { version },
    });
    await tickAt(WEDNESDAY);
    expect(await askedIn('2026-W47')).toEqual(asked);
    const who = { workspaceId: shop.workspaceId, slackUserId: 'UOLD' };
    expect((await startCheckIn(shop.context, who)).outcome).toBe(
      asked.length > 0 ? 'open' : 'not-acknowledged',
    );
  });

  test('a newer version that is read while the last check-in is open: the next one comes when that has closed, as is said', async () => {
    await tickAt(WEDNESDAY);
    shop.at('2026-11-19T02:00:00Z');
    const preference = { weekday: 1, time: '09:30', restDays: [], worksHolidays: undefined };
    await prefer(shop.context, { workspaceId: shop.workspaceId, slackUserId: 'UOLD', preference });
    await counting.database.prisma.noticeAcknowledgement.deleteMany({
      where: { workspaceId: shop.workspaceId },
    });
    shop.at('2026-11-23T02:00:00Z');
    const closing = new Date('2026-11-25T09:00+08:00');
    expect(await acknowledge('UOLD')).toMatchObject({ outcome: 'own', comes: closing });
    expect(await askedIn('2026-W48')).toEqual([]);
    expect(await tickAt(closing.toISOString())).toBe(1);
    expect(await askedIn('2026-W48')).toEqual(['UOLD']);
  });

  test('nothing is kept of whoever has not read it: evidence brings the notice, and is taken afterwards', async () => {
    const who = { workspaceId: shop.workspaceId, slackUserId: 'UNEW' };
    const [first] = shop.context.library.indicatorsOf(RETAIL);
    if (first === undefined) throw new Error('a standard without indicators');
    const indicator = { standardCode: RETAIL, indicatorCode: first.code };
    const link = {
      kind: 'link',
      link: 'https://shop.example/a',
      title: '',
      visibility: 'supervisor',
    } as const;
    const keep = async () => (await keepEvidence(shop.context, who, { indicator, ...link })).outcome;
    expect([await keep(), await keep()]).toEqual(['not-acknowledged', 'not-acknowledged']);
    expect(await counting.database.prisma.evidence.count({ where: { workspaceId: shop.workspaceId } })).toBe(
      0,
    );
    expect((await notices()).map(({ state }) => state)).toEqual(['queued']);
    expect(shop.woken).toContain(shop.workspaceId);
    await acknowledge('UNEW');
    expect(await keep()).toBe('kept');
  });

  test('once it is read, the check-in that waited for it comes at once', async () => {
    await tickAt(WEDNESDAY);
    shop.at('2026-11-19T03:00:00Z');
    expect(await acknowledge('UNEW')).toMatchObject({ outcome: 'own', comes: 'now' });
    expect(await askedIn('2026-W47')).toEqual(['UNEW', 'UOLD']);
    await tickAt(weeksLater(1));
    expect(await askedIn('2026-W48')).toEqual(['UNEW', 'UOLD']);
    expect(await notHeld()).toEqual([]);
    expect(await notices()).toHaveLength(1);
  });

  describe('asked for a check-in', () => {
    const start = () => startCheckIn(shop.context, { workspaceId: shop.workspaceId, slackUserId: 'UNEW' });

    test('somebody hired after the hour is sent it at once, once; read, their check-in comes as usual', async () => {
      await tickAt(WEDNESDAY);
      await shop.hire([{ id: 'ULATE', standard: RETAIL, acknowledged: false }]);
      shop.at('2026-11-20T02:00:00Z');
      expect(await planCheckIns(shop.context)).toBe(0);
      const wish = { workspaceId: shop.workspaceId, slackUserId: 'ULATE' };
      shop.woken.length = 0;
      expect(await startCheckIn(shop.context, wish)).toEqual({ outcome: 'not-acknowledged' });
      expect(shop.woken).toEqual([shop.workspaceId]);
      expect(await startCheckIn(shop.context, wish)).toEqual({ outcome: 'not-acknowledged' });
      const member = await memberIdOf('ULATE');
      const theirs = async () => (await notices()).filter(({ memberId }) => memberId === member);
      const key = `notice:${member}:${NOTICE_VERSION}:2026-W47`;
      expect(await theirs()).toEqual([{ key, state: 'queued', memberId: member, subjectId: member }]);
      expect(await acknowledge('ULATE')).toMatchObject({ outcome: 'own', comes: 'now' });
      expect(await askedIn('2026-W47')).toEqual(['ULATE', 'UOLD']);
      await tickAt(weeksLater(1));
      expect(await askedIn('2026-W48')).toContain('ULATE');
      expect(await notHeld()).toEqual(['2026-W47 not-acknowledged']);
      expect(await theirs()).toHaveLength(1);
    });

    test('it comes on any day, also where it is held until they are back', async () => {
      await tickAt(WEDNESDAY);
      const { prisma } = counting.database;
      const mine = { workspaceId: shop.workspaceId, kind: 'notice' };
      await prisma.delivery.updateMany({
        where: mine,
        data: { heldUntil: new Date('2026-11-23T01:00:00Z') },
      });
      await start();
      expect(await prisma.delivery.findMany({ where: mine })).toMatchObject([
        { heldUntil: null, asked: true },
      ]);
    });

    test('it comes although it has come often enough unasked, and unasked it comes no more often for that', async () => {
      for (let week = 0; week < 4; week += 1) await tickAt(weeksLater(week));
      const states = async () => (await notices()).map(({ state }) => state);
      expect(await states()).toEqual(['queued', 'queued', 'queued', 'cancelled']);
      await start();
      expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
      await tickAt(weeksLater(4));
      expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued', 'cancelled']);
    });

    test('one that was sent in this period is not sent again', async () => {
      await tickAt(WEDNESDAY);
      const { prisma } = counting.database;
      const mine = { workspaceId: shop.workspaceId, kind: 'notice' };
      await prisma.delivery.updateMany({ where: mine, data: { state: 'sent' } });
      shop.woken.length = 0;
      await start();
      expect((await notices()).map(({ state }) => state)).toEqual(['sent']);
      expect(shop.woken).toEqual([]);
    });
  });

  test('read late in the evening, it comes in the morning', async () => {
    await tickAt(WEDNESDAY);
    shop.at('2026-11-18T15:00:00Z');
    const comes = new Date('2026-11-19T01:00:00Z');
    expect(await acknowledge('UNEW')).toMatchObject({ comes });
    await planCheckIns(shop.context);
    expect(await askedIn('2026-W47')).toEqual(['UOLD']);
    await tickAt(comes.toISOString());
    expect(await askedIn('2026-W47')).toEqual(['UNEW', 'UOLD']);
  });

  test('read when no hour is left in the period, the next one comes as usual and the first is not held', async () => {
    await tickAt(WEDNESDAY);
    shop.at('2026-11-21T03:00:00Z');
    expect(await acknowledge('UNEW')).toMatchObject({ comes: new Date(weeksLater(1)) });
    expect(await notHeld()).toEqual([]);
    await tickAt(weeksLater(1));
    expect(await askedIn('2026-W48')).toEqual(['UNEW', 'UOLD']);
    expect(await notHeld()).toEqual(['2026-W47 not-acknowledged']);
  });

  test('unread, it comes again with the next periods, three times and no more; each period is noted once it is over', async () => {
    for (let week = 0; week < 5; week += 1) await tickAt(weeksLater(week));
    expect((await notices()).map(({ state }) => state)).toEqual([
      'queued',
      'queued',
      'queued',
      'cancelled',
      'cancelled',
    ]);
    expect(await notHeld()).toEqual([
      '2026-W47 not-acknowledged',
      '2026-W48 not-acknowledged',
      '2026-W49 not-acknowledged',
      '2026-W50 not-acknowledged',
    ]);
  });

  test('read in a period in which it was not sent any more, the check-in of that period comes', async () => {
    for (let week = 0; week < 5; week += 1) await tickAt(weeksLater(week));
    await acknowledge('UNEW');
    expect(await askedIn('2026-W51')).toEqual(['UNEW', 'UOLD']);
    await tickAt(weeksLater(5));
    expect(await notHeld()).not.toContain('2026-W51 not-acknowledged');
  });

  test('it is noted once, with the time and the language, however often it is tapped', async () => {
    await tickAt(WEDNESDAY);
    shop.at('2026-11-18T06:00:00Z');
    await Promise.all([acknowledge('UNEW'), acknowledge('UNEW')]);
    shop.at('2026-11-20T06:00:00Z');
    expect(await acknowledge('UNEW')).toMatchObject({
      outcome: 'own',
      notice: { acknowledgedAt: new Date('2026-11-18T06:00:00Z') },
      comes: new Date(weeksLater(1)),
    });
    expect(await acknowledgements()).toMatchObject([{ version: NOTICE_VERSION, locale: 'zh-TW' }]);
    expect(await askedIn('2026-W47')).toEqual(['UNEW', 'UOLD']);
  });

  test('promise 7: nobody reads it for somebody else', async () => {
    await tickAt(WEDNESDAY);
    expect(await acknowledge('UOLD', 'UNEW')).toEqual({ outcome: 'not-yours' });
    expect(await acknowledge('USTRANGER', 'UNEW')).toEqual({ outcome: 'not-yours' });
    expect(await acknowledgements()).toEqual([]);
    expect(await askedIn('2026-W47')).toEqual(['UOLD']);
  });

  test('having read another version is not having read this one', async () => {
    await tickAt(WEDNESDAY);
    expect(await acknowledge('UNEW', 'UNEW', NOTICE_VERSION + 1)).toMatchObject({
      outcome: 'own',
      notice: { acknowledgedAt: undefined },
    });
    expect(await acknowledgements()).toEqual([]);
  });

  test('an administrator sees who has not read it, and since when they were asked', async () => {
    const { context, workspaceId } = shop;
    const show = async () =>
      (
        await runCommand(
          {
            context,
            workspaceId,
            isDemo: false,
            listDirectory: async () => [],
            askRights: async () => ({ missingScopes: undefined }),
          },
          'notice show',
          {},
        )
      ).output;
    expect(await show()).toContain('  Name of UNEW: not asked yet');
    expect(await show()).not.toContain('UOLD');
    await tickAt(WEDNESDAY);
    await tickAt(weeksLater(1));
    expect(await findUnacknowledged(context, workspaceId)).toMatchObject([
      { slackUserId: 'UNEW', askedAt: new Date(WEDNESDAY), periods: 2 },
    ]);
    expect(await show()).toContain('  Name of UNEW: asked since 2026-11-18 05:00 UTC, 2 weeks');
    await acknowledge('UNEW');
    expect(await show()).toBe('Everybody with a standard has read the notice.\n');
  });

  test('as many statements for two hundred people as for two', async () => {
    // What the other tests have left due is served before.
    await tickAt(weeksLater(1));
    const statementsFor = async (count: number) => {
      const many = await openShop(counting.database, `T0NOTICE${shops}OF${count}`);
      await many.hire(
        Array.from({ length: count }, (_, index) => ({
          id: `U${index}`,
          standard: RETAIL,
          acknowledged: false,
        })),
      );
      await many.start();
      many.at(WEDNESDAY);
      await planCheckIns(many.context);
      many.at(weeksLater(1));
      return await counting.statementsOf(() => planCheckIns(many.context));
    };
    const forFew = await statementsFor(2);
    expect(await statementsFor(200)).toBe(forFew);
    expect(forFew).toBeLessThanOrEqual(7);
  });
});
