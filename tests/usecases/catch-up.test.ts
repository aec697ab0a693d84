import { describe, expect, test } from '@jest/globals';
import { createLog } from '../../src/log.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, type Person, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('after an outage, on $name', (store) => {
  const counting = sharedDatabase(store);

  /** A supervisor and a team in Taipei, the schedule started on Monday of 2026-W47. */
  async function openTeam(workspaceId: string, size = 2): Promise<Shop> {
    // A tick serves every workspace: those of the tests before have nothing due any more.
    await counting.database.prisma.schedule.updateMany({ data: { startedAt: null } });
    const shop = await openShop(counting.database, workspaceId);
    const team: Person[] = Array.from({ length: size }, (_, index) => ({
      id: `U${index}`,
      standard: RETAIL,
      supervisor: 'UBOSS',
    }));
    await shop.hire([{ id: 'UBOSS' }, ...team]);
    await shop.start();
    return shop;
  }

  const checkInsAt = async (shop: Shop, instant: string) => {
    shop.at(instant);
    const made = await planCheckIns(shop.context);
    await shop.sendCheckIns();
    return made;
  };

  const digestsAt = async (shop: Shop, instant: string) => {
    shop.at(instant);
    await planDigests(shop.context);
    const rows = await counting.database.prisma.digest.findMany({
      where: { workspaceId: shop.workspaceId },
      orderBy: { period: 'asc' },
    });
    return rows.map(({ period }) => period);
  };

  const notHeldIn = async (workspaceId: string) => {
    const rows = await counting.database.prisma.notHeld.findMany({
      where: { workspaceId },
      orderBy: [{ period: 'asc' }],
    });
    return rows.map(({ period, reason }) => `${period} ${reason}`);
  };

  const nextCheckInsOf = async (workspaceId: string) => {
    const rows = await counting.database.prisma.memberSchedule.findMany({
      where: { workspaceId, kind: 'check-in' },
    });
    return [...new Set(rows.map(({ nextAt }) => nextAt.toISOString()))];
  };

  test.each([
    ['an hour: at once', 'T0HOUR', '2026-11-18T06:00:00Z'],
    ['a day: at once', 'T0DAY', '2026-11-19T05:00:00Z'],
    ['until Friday afternoon: at once', 'T0FRIDAY', '2026-11-20T07:00:00Z'],
  ])('of %s, this week’s check-in goes out', async (_what, workspaceId, back) => {
    const shop = await openTeam(workspaceId);
    expect(await checkInsAt(shop, back)).toBe(2);
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(2);
    expect(await notHeldIn(workspaceId)).toEqual([]);
    expect(await nextCheckInsOf(workspaceId)).toEqual(['2026-11-25T05:00:00.000Z']);
  });

  test('that ends at night, nobody is asked before the morning', async () => {
    const shop = await openTeam('T0NIGHT');
    expect(await checkInsAt(shop, '2026-11-18T15:00:00Z')).toBe(0);
    expect(await nextCheckInsOf('T0NIGHT')).toEqual(['2026-11-19T01:00:00.000Z']);
    expect(await checkInsAt(shop, '2026-11-19T00:59:00Z')).toBe(0);
    // A roster in between neither brings it forward nor loses the week.
    await shop.hire([{ id: 'UNEW', standard: RETAIL }]);
    expect(await checkInsAt(shop, '2026-11-19T01:00:00Z')).toBe(2);
    expect(await notHeldIn('T0NIGHT')).toEqual([]);
  });

  test('of three weeks: this week’s check-in goes out, the weeks between are noted as missed', async () => {
    const shop = await openTeam('T0WEEKS');
    expect(await checkInsAt(shop, '2026-11-18T05:00:00Z')).toBe(2);
    await planDigests(shop.context);
    const lines: unknown[] = [];
    const log = Object.assign(createLog('silent'), { info: (fields: unknown) => lines.push(fields) });
    shop.at('2026-12-10T03:00:00Z');
    expect(await planCheckIns({ ...shop.context, log })).toBe(2);
    await shop.sendCheckIns();
    await planDigests({ ...shop.context, log });
    expect(await shop.checkInsOf('2026-W50')).toHaveLength(2);
    expect(await notHeldIn('T0WEEKS')).toEqual([
      '2026-W48 missed',
      '2026-W48 missed',
      '2026-W49 missed',
      '2026-W49 missed',
    ]);
    // One line a batch, with counts and nobody's name.
    expect(lines).toEqual([
      { kind: 'check-in', claimed: 2, created: 2, skipped: { missed: 4 } },
      { kind: 'digest', claimed: 1, created: 0, skipped: { 'nothing-to-say': 1, stale: 1 } },
    ]);
    // The digest about W47 is stale; the next is about the week in which somebody was asked again.
    expect(await digestsAt(shop, '2026-12-14T01:00:00Z')).toEqual(['2026-W50']);
  });

  test('the weekend is not used to catch up: what was due is missed, and next week goes on', async () => {
    const shop = await openTeam('T0WEEKEND');
    expect(await checkInsAt(shop, '2026-11-21T03:00:00Z')).toBe(0);
    expect(await notHeldIn('T0WEEKEND')).toEqual(['2026-W47 missed', '2026-W47 missed']);
    expect(await checkInsAt(shop, '2026-11-25T05:00:00Z')).toBe(2);
  });

  test('somebody to whom nothing is assigned is owed nothing', async () => {
    const shop = await openTeam('T0UNASSIGNED', 1);
    await counting.database.prisma.assignment.updateMany({
      where: { workspaceId: 'T0UNASSIGNED' },
      data: { untilDate: new Date('2026-11-17') },
    });
    expect(await checkInsAt(shop, '2026-12-10T03:00:00Z')).toBe(0);
    expect(await notHeldIn('T0UNASSIGNED')).toEqual([]);
  });

  test('of a week: last week’s digest goes out although a week lies between', async () => {
    const shop = await openTeam('T0LAST');
    await checkInsAt(shop, '2026-11-18T05:00:00Z');
    expect(await digestsAt(shop, '2026-12-01T02:00:00Z')).toEqual(['2026-W47']);
  });

  test('of several digests that fell due, the newest that has something to say goes out alone', async () => {
    const shop = await openTeam('T0SEVERAL');
    await checkInsAt(shop, '2026-11-18T05:00:00Z');
    await checkInsAt(shop, '2026-11-25T05:00:00Z');
    expect(await digestsAt(shop, '2026-12-01T02:00:00Z')).toEqual(['2026-W48']);
  });

  test('a digest waits for the morning too', async () => {
    const shop = await openTeam('T0DIGEST');
    await checkInsAt(shop, '2026-11-18T05:00:00Z');
    expect(await digestsAt(shop, '2026-11-23T13:00:00Z')).toEqual([]);
    expect(await digestsAt(shop, '2026-11-24T00:59:00Z')).toEqual([]);
    expect(await digestsAt(shop, '2026-11-24T01:00:00Z')).toEqual(['2026-W47']);
  });

  test('promise 2: three processes at once note and create everything once', async () => {
    const shop = await openTeam('T0THREE', 20);
    shop.at('2026-12-10T03:00:00Z');
    const made = await Promise.all([1, 2, 3].map(() => planCheckIns(shop.context)));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await notHeldIn('T0THREE')).toHaveLength(60);
  });

  test('a period is held or not held, never both', async () => {
    const shop = await openTeam('T0BOTH', 1);
    const { prisma } = counting.database;
    await checkInsAt(shop, '2026-11-18T05:00:00Z');
    const due = (nextAt: string) =>
      prisma.memberSchedule.updateMany({
        where: { workspaceId: 'T0BOTH', kind: 'check-in' },
        data: { nextAt: new Date(nextAt) },
      });
    await due('2026-11-18T05:00:00Z');
    expect(await checkInsAt(shop, '2026-11-23T02:00:00Z')).toBe(0);
    expect(await notHeldIn('T0BOTH')).toEqual([]);
    await prisma.checkInItem.deleteMany({ where: { workspaceId: 'T0BOTH' } });
    await prisma.checkIn.deleteMany({ where: { workspaceId: 'T0BOTH' } });
    await due('2026-11-18T05:00:00Z');
    expect(await checkInsAt(shop, '2026-11-23T02:00:00Z')).toBe(0);
    await due('2026-11-18T05:00:00Z');
    expect(await checkInsAt(shop, '2026-11-18T05:00:00Z')).toBe(0);
    expect(await notHeldIn('T0BOTH')).toEqual(['2026-W47 missed']);
  });

  test('as many statements for two hundred people as for two', async () => {
    const statementsFor = async (workspaceId: string, size: number) => {
      const shop = await openTeam(workspaceId, size);
      shop.at('2026-12-10T03:00:00Z');
      const statements = await counting.statementsOf(() => planCheckIns(shop.context));
      expect(await notHeldIn(workspaceId)).toHaveLength(size * 3);
      return statements;
    };
    const forTwo = await statementsFor('T0FEWMISSED', 2);
    // One more than where there is nothing to note.
    expect(forTwo).toBeLessThanOrEqual(7);
    expect(await statementsFor('T0MANYMISSED', 200)).toBe(forTwo);
  });
});
