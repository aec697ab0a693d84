import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/storage/database.ts';
import { type Callers, openCallers } from '../../src/usecases/callers.ts';
import { ASSISTANT, openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';

describe.each(STORES)('whoever asks, on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;
  let callers: Callers;
  const asked: string[] = [];

  beforeAll(async () => {
    counting = await openCounting(store);
    shop = await openShop(counting.database);
    await shop.hire([{ id: 'U0', standard: RETAIL }]);
    callers = await openCallers(shop.context, async (_workspace, user) => {
      asked.push(user);
      return 'en';
    });
  });

  afterAll(() => counting.remove());

  const find = (user: string) => callers.find(shop.workspaceId, user);

  test('a warm look-up costs no statement', async () => {
    await find('U0');
    expect(await counting.statementsOf(() => find('U0'))).toBe(0);
    expect(await find('U0')).toEqual({
      locale: 'zh-TW',
      timeZone: 'Asia/Taipei',
      standardCodes: [RETAIL],
    });
  });

  test('a stranger has no standard; Slack is asked for their language once', async () => {
    await find('U0STRANGER');
    expect(await find('U0STRANGER')).toEqual({ locale: 'en', timeZone: 'UTC', standardCodes: [] });
    expect(asked).toEqual(['U0STRANGER']);
  });

  test('a changed roster is known at once, in whichever process it was changed', async () => {
    await find('U0');
    const elsewhere = store.name.startsWith('PostgreSQL')
      ? await openDatabase({ url: urlOf(counting) })
      : counting.database;
    const other = await openShop(elsewhere, shop.workspaceId);
    await other.hire([{ id: 'U0', standard: ASSISTANT }]);
    for (;;) {
      const { standardCodes } = await find('U0');
      if (standardCodes.includes(ASSISTANT)) break;
      // A remembered answer needs no I/O: the news has to have its turn.
      await new Promise(setImmediate);
    }
    if (elsewhere !== counting.database) await elsewhere.close();
  });

  test('somebody who is hired while Slack is asked for their language is no stranger afterwards', async () => {
    const slow = await openCallers(shop.context, async () => {
      const known = await find('U0');
      await shop.hire([{ id: 'U0LATE', standard: RETAIL }]);
      // The news has its turn before Slack answers.
      while ((await find('U0')) === known) await new Promise(setImmediate);
      return 'en';
    });
    const late = () => slow.find(shop.workspaceId, 'U0LATE');
    await late();
    expect(await late()).toMatchObject({ timeZone: 'Asia/Taipei', standardCodes: [RETAIL] });
  });

  test('the next day they are asked for again, because assignments have dates', async () => {
    await find('U0');
    shop.at('2026-11-20T00:00:00Z');
    expect(await counting.statementsOf(() => find('U0'))).toBe(1);
  });

  function urlOf({ place }: CountingDatabase): string {
    if (place.url === undefined) throw new Error('not a server');
    return place.url;
  }
});
