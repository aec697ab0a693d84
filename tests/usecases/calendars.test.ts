import { describe, expect, test } from '@jest/globals';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { planSchedule } from '../../src/usecases/plan-schedule.ts';
import { renewZoneRules } from '../../src/usecases/renew-zone-rules.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('calendars and zones on $name', (store) => {
  const counting = sharedDatabase(store);

  async function openPair(workspaceId: string, monday: string, timeZone = 'Asia/Taipei'): Promise<Shop> {
    // A tick serves every workspace: those of the tests before have nothing due any more.
    await counting.database.prisma.schedule.updateMany({ data: { startedAt: null } });
    const shop = await openShop(counting.database, workspaceId);
    shop.at(monday);
    await shop.hire([{ id: 'UBOSS' }, { id: 'U1', standard: RETAIL, supervisor: 'UBOSS', timeZone }]);
    await shop.start();
    return shop;
  }

  const tickAt = async (shop: Shop, instant: string) => {
    shop.at(instant);
    const checkIns = await planCheckIns(shop.context);
    await shop.sendCheckIns();
    return { checkIns, digests: await planDigests(shop.context) };
  };

  const scheduleOf = (workspaceId: string, kind: string) =>
    counting.database.prisma.memberSchedule.findFirstOrThrow({ where: { workspaceId, kind } });

  const moveTo = (workspaceId: string, timeZone: string) =>
    counting.database.prisma.member.updateMany({
      where: { workspaceId, slackUserId: 'U1' },
      data: { timeZone },
    });

  const NOTHING = { checkIns: 0, digests: 0 };

  test('the week of the Lunar New Year is not held, and the digest before it comes after it', async () => {
    const shop = await openPair('T0LUNAR', '2026-02-09T00:00:00Z');
    expect(await tickAt(shop, '2026-02-11T05:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    expect(await tickAt(shop, '2026-02-16T01:00:00Z')).toEqual(NOTHING);
    expect(await tickAt(shop, '2026-02-18T05:00:00Z')).toEqual(NOTHING);
    expect(await counting.database.prisma.notHeld.findMany({ where: { workspaceId: 'T0LUNAR' } })).toEqual([
      expect.objectContaining({
        period: '2026-W08',
        reason: 'no-working-day',
        notedAt: new Date('2026-02-18T05:00:00Z'),
      }),
    ]);
    expect(await tickAt(shop, '2026-02-23T00:59:00Z')).toEqual(NOTHING);
    expect(await tickAt(shop, '2026-02-23T01:00:00Z')).toEqual({ checkIns: 0, digests: 1 });
    const digest = await counting.database.prisma.digest.findFirst({ where: { workspaceId: 'T0LUNAR' } });
    expect(digest?.period).toBe('2026-W07');
    expect(await tickAt(shop, '2026-02-25T05:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    expect(await shop.checkInsOf('2026-W09')).toHaveLength(1);
  });

  test('a check-in due on a holiday comes on the next working day, the leap day at that', async () => {
    const shop = await openPair('T0PEACE', '2024-02-26T00:00:00Z');
    expect((await scheduleOf('T0PEACE', 'check-in')).nextAt).toEqual(new Date('2024-02-29T05:00:00Z'));
    expect(await tickAt(shop, '2024-02-28T05:00:00Z')).toEqual(NOTHING);
    expect(await tickAt(shop, '2024-02-29T05:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    expect(await shop.checkInsOf('2024-W09')).toHaveLength(1);
  });

  test('a digest due on a holiday comes on the day after', async () => {
    const shop = await openPair('T0TEACHER', '2026-09-21T00:00:00Z');
    await tickAt(shop, '2026-09-23T05:00:00Z');
    expect(await tickAt(shop, '2026-09-28T01:00:00Z')).toEqual(NOTHING);
    expect(await tickAt(shop, '2026-09-29T01:00:00Z')).toEqual({ checkIns: 0, digests: 1 });
    expect(await tickAt(shop, '2026-10-05T01:00:00Z')).toEqual(NOTHING);
  });

  test('who asks when the first check-in comes is told the day on which it really comes', async () => {
    const shop = await openPair('T0PLAN', '2026-02-16T00:00:00Z');
    const { participants } = await planSchedule(shop.context, 'T0PLAN');
    expect(participants.find(({ standardCodes }) => standardCodes.length > 0)?.nextCheckInAt).toEqual(
      new Date('2026-02-25T05:00:00Z'),
    );
  });

  test('over the date line to the west: woken too early, it only sets the next time', async () => {
    const shop = await openPair('T0WEST', '2026-11-16T00:00:00Z');
    await moveTo('T0WEST', 'America/Los_Angeles');
    shop.at('2026-11-18T05:00:00Z');
    const statements = await counting.statementsOf(() => planCheckIns(shop.context));
    expect(statements).toBeLessThanOrEqual(3);
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(0);
    expect((await scheduleOf('T0WEST', 'check-in')).nextAt).toEqual(new Date('2026-11-18T21:00:00Z'));
    expect(await tickAt(shop, '2026-11-18T21:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    await moveTo('T0WEST', 'Asia/Taipei');
    expect(await tickAt(shop, '2026-11-25T05:00:00Z')).toEqual({ checkIns: 0, digests: 1 });
    expect(await tickAt(shop, '2026-11-26T01:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    expect(await counting.database.prisma.checkIn.count({ where: { workspaceId: 'T0WEST' } })).toBe(2);
    expect(await counting.database.prisma.notHeld.count({ where: { workspaceId: 'T0WEST' } })).toBe(0);
  });

  test('over the date line to the east: asked the next morning, not at five', async () => {
    const shop = await openPair('T0EAST', '2026-11-16T00:00:00Z', 'America/Los_Angeles');
    await moveTo('T0EAST', 'Asia/Taipei');
    expect(await tickAt(shop, '2026-11-18T21:00:00Z')).toEqual(NOTHING);
    expect(await tickAt(shop, '2026-11-19T01:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    expect((await scheduleOf('T0EAST', 'check-in')).nextAt).toEqual(new Date('2026-11-25T05:00:00Z'));
  });

  test('a roster that brings a new zone keeps the week, even when its time has passed there', async () => {
    const shop = await openPair('T0ROSTER', '2026-11-16T00:00:00Z', 'America/Los_Angeles');
    shop.at('2026-11-18T06:00:00Z');
    await shop.hire([{ id: 'U1', standard: RETAIL, timeZone: 'Asia/Taipei' }]);
    expect(await tickAt(shop, '2026-11-18T06:01:00Z')).toEqual({ checkIns: 1, digests: 0 });
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(1);
  });

  describe('time zone rules', () => {
    const rulesOf = async (workspaceId: string) =>
      (await counting.database.prisma.schedule.findUniqueOrThrow({ where: { workspaceId } })).zoneRules;

    const plannedByOldRules = (workspaceId: string, kind: string, nextAt: string) =>
      counting.database.prisma.memberSchedule.updateMany({
        where: { workspaceId, kind },
        data: { nextAt: new Date(nextAt) },
      });

    test('that changed: what is to come is planned anew, once', async () => {
      const shop = await openPair('T0RULES', '2026-11-16T02:00:00Z');
      expect(await rulesOf('T0RULES')).toBe('2026a');
      await plannedByOldRules('T0RULES', 'check-in', '2026-11-18T06:00:00Z');
      await plannedByOldRules('T0RULES', 'digest', '2026-11-23T00:00:00Z');
      expect(await renewZoneRules(shop.context)).toBe(0);
      const newer = { ...shop.context, zoneRules: '2026b' };
      const moved = await Promise.all([renewZoneRules(newer), renewZoneRules(newer)]);
      expect(moved.reduce((sum, count) => sum + count, 0)).toBe(2);
      expect(await rulesOf('T0RULES')).toBe('2026b');
      expect((await scheduleOf('T0RULES', 'check-in')).nextAt).toEqual(new Date('2026-11-18T05:00:00Z'));
      expect((await scheduleOf('T0RULES', 'digest')).nextAt).toEqual(new Date('2026-11-23T01:00:00Z'));
      expect(await renewZoneRules(newer)).toBe(0);
    });

    test('that changed: what has fallen due already stays due', async () => {
      const shop = await openPair('T0DUE', '2026-11-16T02:00:00Z');
      await plannedByOldRules('T0DUE', 'check-in', '2026-11-18T04:00:00Z');
      shop.at('2026-11-18T04:30:00Z');
      await renewZoneRules({ ...shop.context, zoneRules: '2026c' });
      expect((await scheduleOf('T0DUE', 'check-in')).nextAt).toEqual(new Date('2026-11-18T04:00:00Z'));
      // By the new rules it is not time yet: the tick waits for one o'clock.
      expect(await tickAt(shop, '2026-11-18T04:30:00Z')).toEqual(NOTHING);
      expect(await tickAt(shop, '2026-11-18T05:00:00Z')).toEqual({ checkIns: 1, digests: 0 });
    });

    test('are nothing to a schedule that has not been started', async () => {
      const shop = await openShop(counting.database, 'T0STILL');
      await renewZoneRules({ ...shop.context, zoneRules: '2026d' });
      expect(await rulesOf('T0STILL')).toBeNull();
    });
  });
});
