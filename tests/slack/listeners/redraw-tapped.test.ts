import { beforeEach, describe, expect, test } from '@jest/globals';
import { rating } from '../../../src/domain/check-in/rating.ts';
import { redrawTapped } from '../../../src/slack/listeners/actions/redraw-tapped.ts';
import type { MessagePlace } from '../../../src/storage/check-ins/check-in-rows.ts';
import { planCheckIns } from '../../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../../support/shared-database.ts';
import { openShop, RETAIL, type Shop, UNPACED } from '../../support/shop.ts';
import { STORES } from '../../support/stores.ts';

describe.each(STORES)('an answer that is saved is drawn on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;
  let sent: object[];

  beforeEach(async () => {
    number += 1;
    sent = [];
    shop = await openShop(counting.database, `T0TAP${number}`);
    await shop.hire([{ id: 'U1', standard: RETAIL }]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
  });

  const first: MessagePlace = { channel: 'D1', ts: '1795053600.000001' };
  const second: MessagePlace = { channel: 'D1', ts: '1795053800.000001' };
  const keep = async (message: object) => sent.push(message);
  const spent = () => Promise.reject(Object.assign(new Error('Failed to respond: 404'), { statusCode: 404 }));
  const lost = () => Promise.reject(new Error('the connection was lost'));

  const checkIn = async () => (await shop.checkInOf('U1', '2026-W47')).checkIn;
  const delivery = () =>
    counting.database.prisma.delivery.findFirstOrThrow({ where: { workspaceId: shop.workspaceId } });
  const setDelivery = (data: object) =>
    counting.database.prisma.delivery.updateMany({ where: { workspaceId: shop.workspaceId }, data });
  const owed = async () => {
    const row = await counting.database.prisma.checkIn.findFirstOrThrow({
      where: { workspaceId: shop.workspaceId },
    });
    return row.doubtfulUntil === null ? row.version - row.drawnVersion : 'in doubt';
  };

  let seconds = 1_795_053_900;
  const tapOn = async (
    place: MessagePlace,
    respond: (message: object) => Promise<unknown>,
    update: (message: object) => Promise<unknown>,
  ) => {
    seconds += 1;
    const { checkInId } = await checkIn();
    const recorded = await recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: 'U1',
      checkInId,
      position: 0,
      answer: rating.parse((seconds % 5) + 1),
      actionTs: `${seconds}.000100`,
      place,
    });
    if (recorded.outcome !== 'saved') throw new Error(recorded.outcome);
    const parts = {
      context: shop.context,
      renderCheckIn: () => ({ text: 'as saved', blocks: [] }),
      calls: UNPACED,
      log: shop.context.log,
    };
    await redrawTapped(parts, { place, respond, client: { chat: { update } } }, recorded);
  };

  test('through the response_url of the tap, in place of the message', async () => {
    await tapOn(first, keep, lost);
    expect(sent).toEqual([{ text: 'as saved', blocks: [], replace_original: true }]);
    expect(await owed()).toBe(0);
  });

  test('through chat.update where the response_url is spent or expired', async () => {
    await tapOn(first, spent, keep);
    expect(sent).toEqual([{ ...first, text: 'as saved', blocks: [] }]);
    expect(await owed()).toBe(0);
  });

  test('once more later where nobody knows whether the response_url still works', async () => {
    await tapOn(first, lost, keep);
    expect(sent).toHaveLength(1);
    expect(await owed()).toBe('in doubt');
  });

  test('and when neither works nobody is told that it was not saved: a redraw is owed', async () => {
    await tapOn(first, spent, lost);
    expect(await owed()).toBe(1);
    await tapOn(first, keep, lost);
    expect(await owed()).toBe(0);
  });

  test.each(['queued', 'sending', 'uncertain'])(
    'promise 2: a tap settles a delivery that is %s: the message is there',
    async (state) => {
      await setDelivery({ state });
      await tapOn(first, keep, lost);
      expect(await delivery()).toMatchObject({ state: 'sent', ...first });
    },
  );

  test('somebody else’s tap settles nothing', async () => {
    await setDelivery({ state: 'uncertain' });
    const { checkInId } = await checkIn();
    const tap = { workspaceId: shop.workspaceId, checkInId, position: 0, actionTs: '1795053999.000100' };
    await recordRating(shop.context, { ...tap, slackUserId: 'U2', answer: 3, place: first });
    expect((await delivery()).state).toBe('uncertain');
  });

  test('of two messages of one check-in both work, the older says so, and the newer shows the answer', async () => {
    await setDelivery({ state: 'sent', ...second });
    await tapOn(first, keep, keep);
    expect(sent).toEqual([
      expect.objectContaining({ text: expect.stringContaining('較新的訊息'), replace_original: true }),
      { ...second, text: 'as saved', blocks: [] },
    ]);
    expect(await delivery()).toMatchObject(second);
  });

  test('a tap on a newer message than the one we know of makes it the one that counts', async () => {
    await setDelivery({ state: 'sent', ...first });
    await tapOn(second, keep, lost);
    expect(await delivery()).toMatchObject({ state: 'sent', ...second });
    expect(sent).toEqual([{ text: 'as saved', blocks: [], replace_original: true }]);
  });
});
