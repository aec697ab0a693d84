import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Pace } from '../../src/delivery/pace.ts';
import { keepHouse } from '../../src/usecases/keep-house.ts';
import { noteEvent } from '../../src/usecases/note-event.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';

describe.each(STORES)('what says nothing any more on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;

  beforeAll(async () => {
    counting = await openCounting(store);
    shop = await openShop(counting.database);
  });
  afterAll(() => counting.remove());

  const note = (eventId: string) => noteEvent(shop.context, { workspaceId: shop.workspaceId, eventId });

  test('is forgotten after a day, and what Slack may still repeat is not', async () => {
    const { workspaceId, context } = shop;
    const pace = new Pace(counting.database, {
      method: 'chat.postMessage',
      perMinute: 60,
      burst: 1,
      channelIntervalMs: 0,
      recoveryMs: 0,
    });
    expect([await note('Ev1'), await note('Ev1')]).toEqual([true, false]);
    await pace.reserve(workspaceId, ['U1'], context.machineNow(), 0);
    shop.machineAt('2026-11-16T23:59:00Z');
    expect(await note('Ev2')).toBe(true);
    await keepHouse(context);
    expect([await note('Ev1'), await note('Ev2')]).toEqual([false, false]);
    shop.machineAt('2026-11-17T00:30:00Z');
    await keepHouse(context);
    expect(await counting.database.prisma.pace.count()).toBe(0);
    expect([await note('Ev1'), await note('Ev2')]).toEqual([true, false]);
  });
});
