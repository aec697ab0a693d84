import { describe, expect, test } from '@jest/globals';

import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { type StartedCheckIn, startCheckIn } from '../../src/usecases/start-check-in.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('starting a check-in at once on $name', (store) => {
  const counting = sharedDatabase(store);

  /** A shop on a Tuesday, a day before its check-ins come; everybody has read the notice. */
  const openShopOnTuesday = async (workspaceId: string): Promise<Shop> => {
    const shop = await openShop(counting.database, workspaceId);
    await shop.hire([
      { id: 'UME', standard: RETAIL },
      { id: 'UBOSS', role: 'hr' },
    ]);
    await shop.start();
    shop.at('2026-11-17T02:00:00Z');
    return shop;
  };

  const start = (shop: Shop, slackUserId = 'UME'): Promise<StartedCheckIn> =>
    startCheckIn(shop.context, { workspaceId: shop.workspaceId, slackUserId });

  const answer = async (shop: Shop, positions: readonly number[], period = '2026-W47') => {
    const { checkIn } = await shop.checkInOf('UME', period);
    for (const position of positions) {
      await recordRating(shop.context, {
        workspaceId: shop.workspaceId,
        slackUserId: 'UME',
        checkInId: checkIn.checkInId,
        position,
        answer: 4,
        actionTs: `${shop.context.now().getTime() / 1_000}.00000${position}`,
      });
    }
  };

  test('it is made with its delivery, and the sender is woken; the tick makes no second one', async () => {
    const shop = await openShopOnTuesday('T0MADE');
    expect(await start(shop)).toEqual({
      outcome: 'made',
      items: 4,
      nextAt: new Date('2026-11-25T05:00:00Z'),
    });
    expect(shop.woken).toEqual(['T0MADE']);
    const { checkIn } = await shop.checkInOf('UME', '2026-W47');
    expect(checkIn.periodEndsAt).toEqual(new Date('2026-11-22T16:00:00Z'));
    expect(
      await counting.database.prisma.delivery.findMany({ where: { workspaceId: 'T0MADE' } }),
    ).toMatchObject([{ key: `check-in:${checkIn.checkInId}`, state: 'queued' }]);
    shop.at('2026-11-18T05:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(0);
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(1);
    shop.at('2026-11-25T05:00:00Z');
    expect(await planCheckIns(shop.context)).toBe(1);
  });

  test('promise 2: wished for twice at once, and by the tick as well, it is one', async () => {
    const shop = await openShopOnTuesday('T0TWICE');
    shop.at('2026-11-18T05:00:00Z');
    const [first, second] = await Promise.all([start(shop), start(shop), planCheckIns(shop.context)]);
    expect([first, second].every(({ outcome }) => outcome === 'made' || outcome === 'open')).toBe(true);
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(1);
    expect(
      await counting.database.prisma.delivery.findMany({ where: { workspaceId: 'T0TWICE' } }),
    ).toHaveLength(1);
  });

  test('one that waits for answers is pointed to, in its own period and after it', async () => {
    const shop = await openShopOnTuesday('T0OPEN');
    await start(shop);
    await answer(shop, [0, 1]);
    expect(await start(shop)).toMatchObject({
      outcome: 'open',
      state: { checkIn: { period: '2026-W47' } },
      nextAt: new Date('2026-11-25T05:00:00Z'),
    });
    shop.at('2026-11-24T02:00:00Z');
    expect(await start(shop)).toMatchObject({ outcome: 'open', state: { checkIn: { period: '2026-W47' } } });
  });

  test('one that is answered says when the next one comes; the next period has its own', async () => {
    const shop = await openShopOnTuesday('T0DONE');
    await start(shop);
    await answer(shop, [0, 1, 2, 3]);
    expect(await start(shop)).toMatchObject({
      outcome: 'answered',
      nextAt: new Date('2026-11-25T05:00:00Z'),
    });
    shop.at('2026-11-24T02:00:00Z');
    expect(await start(shop)).toMatchObject({ outcome: 'made', nextAt: new Date('2026-12-02T05:00:00Z') });
  });

  test('one that was skipped is not replaced: it can be taken up again', async () => {
    const shop = await openShopOnTuesday('T0SKIP');
    await start(shop);
    await counting.database.prisma.checkIn.updateMany({
      where: { workspaceId: 'T0SKIP' },
      data: { skippedAt: new Date('2026-11-17T02:00:00Z') },
    });
    expect(await start(shop)).toMatchObject({ outcome: 'skipped' });
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(1);
  });

  test('a period that was noted as not held stays without', async () => {
    const shop = await openShopOnTuesday('T0NONE');
    const { memberId } = await counting.database.prisma.member.findFirstOrThrow({
      where: { workspaceId: 'T0NONE', slackUserId: 'UME' },
    });
    await counting.database.prisma.notHeld.create({
      data: { workspaceId: 'T0NONE', memberId, period: '2026-W47', reason: 'missed', notedAt: new Date() },
    });
    expect(await start(shop)).toEqual({
      outcome: 'closed-for-this-period',
      nextAt: new Date('2026-11-25T05:00:00Z'),
    });
  });

  test('strangers, people without a standard, and those who have not read the notice are told so', async () => {
    const shop = await openShopOnTuesday('T0WHO');
    expect(await start(shop, 'UNOBODY')).toEqual({ outcome: 'not-a-member' });
    expect(await start(shop, 'UBOSS')).toEqual({ outcome: 'no-standard' });
    await counting.database.prisma.noticeAcknowledgement.deleteMany({ where: { workspaceId: 'T0WHO' } });
    expect(await start(shop)).toEqual({ outcome: 'not-acknowledged' });
    expect(await shop.checkInsOf('2026-W47')).toHaveLength(0);
  });

  test('one that waits can be answered, although the notice has a new version', async () => {
    const shop = await openShopOnTuesday('T0RENEWED');
    await start(shop);
    await counting.database.prisma.noticeAcknowledgement.deleteMany({ where: { workspaceId: 'T0RENEWED' } });
    expect(await start(shop)).toMatchObject({ outcome: 'open' });
  });

  test('nothing starts before the schedule of the workspace does', async () => {
    const shop = await openShop(counting.database, 'T0EARLY');
    await shop.hire([{ id: 'UME', standard: RETAIL }]);
    expect(await start(shop)).toEqual({ outcome: 'not-started' });
  });
});
