import { beforeEach, describe, expect, test } from '@jest/globals';
import { claimUndrawn } from '../../src/storage/check-ins/drawing.ts';
import { drawCheckIn, drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { turnCheckIns } from '../../src/usecases/turn-check-ins.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const PERIOD_ENDS = '2026-11-23T00:00+08:00';
const CLOSES = '2026-11-25T00:00+08:00';

describe.each(STORES)('messages that time alone changes on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;

  /** UDONE has answered everything, USKIP skips, UOPEN has done nothing, UNSENT has no message. */
  beforeEach(async () => {
    number += 1;
    shop = await openShop(counting.database, `T0TURN${number}`);
    await shop.hire(['UDONE', 'USKIP', 'UOPEN', 'UNSENT'].map((id) => ({ id, standard: RETAIL })));
    await shop.start();
    shop.at('2026-11-18T13:00+08:00');
    await planCheckIns(shop.context);
    for (const position of [0, 1, 2, 3]) {
      const actionTs = `1795053700.00000${position}`;
      await recordRating(shop.context, { ...(await own('UDONE')), position, answer: 4, actionTs });
    }
    await skipCheckIn(shop.context, { ...(await own('USKIP')), written: '' });
    const { checkIn } = await shop.checkInOf('UNSENT', '2026-W47');
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId, memberId: { not: checkIn.memberId } },
      data: { state: 'sent', channel: 'D1', ts: '1795053600.000001' },
    });
    await counting.database.prisma.checkIn.updateMany({ data: { drawingUntil: null } });
    await redrawn();
  });

  const own = async (slackUserId: string) => ({
    workspaceId: shop.workspaceId,
    slackUserId,
    checkInId: (await shop.checkInOf(slackUserId, '2026-W47')).checkIn.checkInId,
  });
  /** Draws what is owed, and answers whose. */
  const redrawn = async () => {
    const { prisma } = counting.database;
    const owed = await claimUndrawn(prisma, shop.workspaceId, 100, drawingTimes(shop.context));
    for (const state of owed) await drawCheckIn(shop.context, state, async () => 'certain');
    return owed.map(({ recipient }) => recipient.slackUserId).sort();
  };
  const turnAt = async (instant: string) => {
    shop.at(instant);
    await turnCheckIns(shop.context);
    return await redrawn();
  };

  test('at the end of the period what is unanswered is late, and at the closing everything has closed, once', async () => {
    expect(await turnAt('2026-11-22T23:59+08:00')).toEqual([]);
    expect(await turnAt(PERIOD_ENDS)).toEqual(['UOPEN']);
    expect(await turnAt('2026-11-23T00:01+08:00')).toEqual([]);
    expect(await turnAt(CLOSES)).toEqual(['UDONE', 'UOPEN', 'USKIP']);
    expect(await turnAt('2026-12-01T00:00+08:00')).toEqual([]);
  });

  test('after an outage over both, they are drawn once', async () => {
    expect(await turnAt('2026-11-26T00:00+08:00')).toEqual(['UDONE', 'UOPEN', 'USKIP']);
    expect(await turnAt('2026-11-26T00:01+08:00')).toEqual([]);
  });

  test('two processes at once owe one redraw each', async () => {
    shop.at(CLOSES);
    const versions = async () => (await shop.checkInsOf('2026-W47')).map(({ checkIn }) => checkIn.version);
    const before = await versions();
    await Promise.all([1, 2, 3].map(() => turnCheckIns(shop.context)));
    expect(await versions()).toEqual(before.map((version, index) => version + (index === 1 ? 0 : 1)));
  });

  test('one statement, however many there are', async () => {
    shop.at(CLOSES);
    expect(await counting.statementsOf(() => turnCheckIns(shop.context))).toBe(1);
  });
});
