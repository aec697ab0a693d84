import { describe, expect, test } from '@jest/globals';
import type { CheckIn } from '../../src/domain/check-in/check-in.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { ASSISTANT, openShop, type Person, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';
import { weeksOf } from '../support/weeks.ts';

describe.each(STORES)('check-ins that fall due on $name', (store) => {
  const counting = sharedDatabase(store);

  const openShopWith = async (workspaceId: string, people: readonly Person[]): Promise<Shop> => {
    const shop = await openShop(counting.database, workspaceId);
    await shop.hire(people);
    return shop;
  };

  const staff = (count: number, prefix: string, standard = RETAIL): Person[] =>
    Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, standard }));

  test('nothing is created before the schedule is started', async () => {
    const shop = await openShopWith('T0QUIET', staff(2, 'UQ'));
    shop.at('2026-12-31T00:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(0);
  });

  test('Wednesday 13:00 is on the wall of each member', async () => {
    const shop = await openShopWith('T0ZONES', [
      { id: 'UTPE', standard: RETAIL },
      { id: 'ULAX', standard: ASSISTANT, timeZone: 'America/Los_Angeles' },
    ]);
    await shop.start();
    shop.at('2026-11-18T04:59:00Z');
    expect(await planCheckIns(shop.context)).toBe(0);
    shop.at('2026-11-18T05:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(1);
    shop.at('2026-11-18T21:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(1);
    expect((await shop.checkInsOf('2026-W47')).map(({ recipient }) => recipient.slackUserId)).toEqual([
      'ULAX',
      'UTPE',
    ]);
    const { checkIn } = await shop.checkInOf('ULAX', '2026-W47');
    expect(checkIn.periodEndsAt.toISOString()).toBe('2026-11-23T08:00:00.000Z');
    expect(checkIn.closesAt.toISOString()).toBe('2026-11-25T08:00:00.000Z');
  });

  test('promise 2: two processes at once make one check-in and one delivery each', async () => {
    const shop = await openShopWith('T0TWO', staff(30, 'UT'));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    const made = await Promise.all([
      planCheckIns(shop.context),
      planCheckIns(shop.context),
      planCheckIns(shop.context),
    ]);
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(30);
    const deliveries = await counting.database.prisma.delivery.findMany({ where: { workspaceId: 'T0TWO' } });
    expect(new Set(deliveries.map(({ memberId }) => memberId)).size).toBe(30);
    expect(deliveries).toHaveLength(30);
    expect(shop.woken).toContain('T0TWO');
  });

  test('promise 1: a tick that fails halfway leaves nothing behind, and the next one does it all', async () => {
    const shop = await openShopWith('T0ROLLBACK', staff(3, 'UR'));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    const failing = {
      ...shop.context,
      wakeSender: async () => {
        throw new Error('the process died here');
      },
    };
    await expect(planCheckIns(failing)).rejects.toThrow('died here');
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(0);
    expect(await planCheckIns(shop.context)).toBe(3);
  });

  test('somebody who left or has no standard gets nothing', async () => {
    const shop = await openShopWith('T0LEFT', [
      { id: 'UGONE', standard: RETAIL },
      { id: 'UBOSS', role: 'hr' },
      { id: 'USTAYS', standard: RETAIL, supervisor: 'UBOSS' },
    ]);
    await shop.start();
    await counting.database.prisma.member.updateMany({
      where: { slackUserId: 'UGONE' },
      data: { active: false },
    });
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    expect((await shop.checkInsOf('2026-W47')).map(({ recipient }) => recipient.slackUserId)).toEqual([
      'USTAYS',
    ]);
  });

  test('promise 5: a member who answers is asked every indicator within ⌈N/k⌉ check-ins', async () => {
    const shop = await openShopWith('T0COVER', [{ id: 'UC', standard: RETAIL }]);
    await shop.start();
    const weeks = Math.ceil(shop.context.library.indicatorsOf(RETAIL).length / 4);
    const asked = new Set(
      (await answerWeeks(shop, 'UC', weeks)).flat().map(({ indicatorCode }) => indicatorCode),
    );
    expect(asked.size).toBe(25);
  });

  test('two standards share one check-in a week, and are both covered', async () => {
    // Taipei's clock without a country's holidays: every Wednesday is worked.
    const shop = await openShopWith('T0BOTH', [
      { id: 'U2', standard: `${RETAIL};${ASSISTANT}`, timeZone: 'Etc/GMT-8' },
    ]);
    await shop.start();
    const asked = await answerWeeks(shop, 'U2', 14);
    expect(asked.map((items) => items.length)).toEqual(Array.from({ length: 14 }, () => 4));
    expect(
      new Set(asked.flat().map(({ standardCode, indicatorCode }) => `${standardCode} ${indicatorCode}`)).size,
    ).toBe(56);
  });

  test('every item says why it was chosen, and when it was asked before', async () => {
    const shop = await openShopWith('T0WHY', [{ id: 'UW', standard: RETAIL }]);
    await shop.start();
    const [first = []] = await answerWeeks(shop, 'UW', 6);
    expect(new Set(first.map(({ chosen }) => chosen.because))).toEqual(new Set(['never-asked']));
    const wanted = first[0];
    const { memberId } = (await shop.checkInOf('UW', '2026-W47')).checkIn;
    await counting.database.prisma.focus.create({
      data: {
        workspaceId: shop.workspaceId,
        memberId,
        standardCode: RETAIL,
        indicatorCode: wanted?.indicatorCode ?? '',
        setAt: shop.context.now(),
      },
    });
    shop.at('2026-12-30T05:00:00Z');
    await planCheckIns(shop.context);
    const { checkIn } = await shop.checkInOf('UW', '2026-W53');
    const again = checkIn.items.find(({ indicatorCode }) => indicatorCode === wanted?.indicatorCode);
    expect(again?.chosen).toEqual({ because: 'focus', lastAskedAt: new Date('2026-11-18T05:00:00Z') });
  });

  test('as many statements for two hundred people as for two', async () => {
    const few = await openShopWith('T0FEW', staff(2, 'UF'));
    await few.start();
    few.at('2026-11-18T05:00:00Z');
    const forFew = await counting.statementsOf(() => planCheckIns(few.context));
    const many = await openShopWith('T0MANY', staff(200, 'UM'));
    await many.start();
    many.at('2026-11-18T05:00:00Z');
    const forMany = await counting.statementsOf(() => planCheckIns(many.context));
    expect(await many.checkInsOf('2026-W47')).toHaveLength(200);
    expect(forMany).toBe(forFew);
    expect(forMany).toBeLessThanOrEqual(6);
  });

  test('promise 7: a check-in names who will have the digest: the supervisor of the period’s Sunday', async () => {
    const changing = await openShop(counting.database, 'T0CHANGE');
    await changing.hire([{ id: 'UOLD' }, { id: 'UNEW' }, { id: 'U1', standard: RETAIL, supervisor: 'UOLD' }]);
    await changing.start();
    // Decided in advance: on Friday the team changes hands.
    const { prisma } = counting.database;
    const of = (slackUserId: string) =>
      prisma.member.findFirstOrThrow({ where: { workspaceId: 'T0CHANGE', slackUserId } });
    const [member, supervisor] = [await of('U1'), await of('UNEW')];
    await prisma.supervision.updateMany({
      where: { workspaceId: 'T0CHANGE' },
      data: { untilDate: new Date('2026-11-20') },
    });
    await prisma.supervision.create({
      data: {
        workspaceId: 'T0CHANGE',
        supervisionId: changing.context.newId(),
        memberId: member.memberId,
        supervisorId: supervisor.memberId,
        fromDate: new Date('2026-11-20'),
      },
    });
    changing.at('2026-11-18T05:00:00Z');
    await planCheckIns(changing.context);
    const { audience } = await changing.checkInOf('U1', '2026-W47');
    expect(audience.supervisors).toEqual(['Name of UNEW']);
  });
});

/** Lets somebody answer one item of each check-in, week after week from 2026-W47; answers what they were asked. */
async function answerWeeks(shop: Shop, slackUserId: string, weeks: number): Promise<CheckIn['items'][]> {
  const asked: CheckIn['items'][] = [];
  const nextWeek = weeksOf(shop, slackUserId);
  for (let week = 0; week < weeks; week += 1) {
    const { checkIn } = await nextWeek();
    asked.push(checkIn.items);
    await recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId,
      checkInId: checkIn.checkInId,
      position: week % 4,
      answer: 3,
      actionTs: `${Math.floor(shop.context.now().getTime() / 1_000)}.000001`,
    });
  }
  return asked;
}
