import { beforeEach, describe, expect, test } from '@jest/globals';
import { insertNotices } from '../../src/storage/notices/insert-notices.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const HELD_UNTIL = new Date('2026-11-18T01:00:00Z');

describe.each(STORES)('a notice that is asked for on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0NOTICES${shops}`);
    await shop.hire([{ id: 'UNEW', standard: RETAIL, acknowledged: false }]);
  });

  const insert = async (asked: boolean) => {
    const { prisma } = counting.database;
    const { workspaceId, context } = shop;
    const { memberId } = await prisma.member.findFirstOrThrow({ where: { workspaceId } });
    const notice = { workspaceId, memberId, deliveryId: context.newId(), period: '2026-W47' };
    return await insertNotices(prisma, [notice], { version: 1, atMost: 3, asked, now: context.now() });
  };

  test.each([
    ['queued', 'queued', 1, true],
    // Claimed once it was held no more: a second claim would be a second message.
    ['sending', 'sending', 0, true],
    ['uncertain', 'uncertain', 0, false],
    ['sent', 'sent', 0, false],
    ['cancelled', 'queued', 1, true],
    ['failed', 'queued', 1, true],
  ])('held, then %s: it is %s after the wish', async (before, after, queued, asked) => {
    const { prisma } = counting.database;
    await insert(false);
    const mine = { where: { workspaceId: shop.workspaceId } };
    await prisma.delivery.updateMany({ ...mine, data: { state: before, heldUntil: HELD_UNTIL } });
    expect(await insert(true)).toBe(queued);
    expect(await prisma.delivery.findMany(mine)).toMatchObject([
      { state: after, heldUntil: asked ? null : HELD_UNTIL, asked },
    ]);
  });
});
