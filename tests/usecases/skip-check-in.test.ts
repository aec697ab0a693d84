import { beforeEach, describe, expect, test } from '@jest/globals';
import { stageOf } from '../../src/domain/check-in/check-in.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { answerAfterAll, skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('skipping a check-in on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;
  let taps = 0;

  beforeEach(async () => {
    number += 1;
    shop = await openShop(counting.database, `T0SKIP${number}`);
    await shop.hire([{ id: 'U1', standard: RETAIL }]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
  });

  const own = async (slackUserId = 'U1') => ({
    workspaceId: shop.workspaceId,
    slackUserId,
    checkInId: (await shop.checkInOf('U1', '2026-W47')).checkIn.checkInId,
  });
  const skip = async (written = '', who?: string) =>
    await skipCheckIn(shop.context, { ...(await own(who)), written });
  const tap = async (position: number, answer: 4 | undefined) => {
    taps += 1;
    const actionTs = `${1_795_100_000 + taps}.000000`;
    return await recordRating(shop.context, { ...(await own()), position, answer, actionTs });
  };
  const stage = async () => stageOf((await shop.checkInOf('U1', '2026-W47')).checkIn, shop.context.now());
  const row = () =>
    counting.database.prisma.checkIn.findFirstOrThrow({ where: { workspaceId: shop.workspaceId } });

  test('ends the reminders, keeps the reason, and is one statement', async () => {
    const target = { ...(await own()), written: ' 這週都在盤點\r\n & 出差 ' };
    expect(await counting.statementsOf(() => skipCheckIn(shop.context, target))).toBe(1);
    expect(await stage()).toBe('skipped');
    expect(await row()).toMatchObject({ remindAt: null, skipReason: '這週都在盤點\n & 出差', version: 1 });
  });

  test('can be taken back until the check-in closes', async () => {
    await skip('忙');
    expect((await answerAfterAll(shop.context, await own()))?.outcome).toBe('saved');
    expect(await stage()).toBe('open');
    expect(await row()).toMatchObject({ skippedAt: null, skipReason: null });
    await skip();
    shop.at('2026-11-24T16:00:00Z');
    expect((await answerAfterAll(shop.context, await own()))?.outcome).toBe('closed');
    expect(await stage()).toBe('closed');
  });

  test('is over with the first answer, also the same one again, and not with one that is taken back', async () => {
    await tap(0, 4);
    await tap(1, 4);
    await skip('忙');
    await tap(1, undefined);
    expect(await stage()).toBe('skipped');
    const { version } = await row();
    const again = await tap(0, 4);
    expect(again).toMatchObject({ outcome: 'saved', state: { checkIn: { version: version + 1 } } });
    expect(await stage()).toBe('open');
    expect(await row()).toMatchObject({ skippedAt: null, skipReason: null });
  });

  test('changes nothing of one that is answered whole, has closed, or is somebody else’s', async () => {
    expect(await skip('', 'U2')).toEqual({ outcome: 'not-yours' });
    for (const position of [0, 1, 2, 3]) await tap(position, 4);
    expect(await skip()).toMatchObject({ outcome: 'answered' });
    expect(await row()).toMatchObject({ skippedAt: null });
    await tap(0, undefined);
    shop.at('2026-11-24T16:00:00Z');
    expect(await skip()).toMatchObject({ outcome: 'closed' });
    expect(await row()).toMatchObject({ skippedAt: null });
  });

  test('changes nothing of one that the roster has left nothing to ask, and does not call it answered', async () => {
    await shop.hire([{ id: 'U1' }]);
    expect(await skip('忙')).toMatchObject({ outcome: 'closed' });
    expect(await row()).toMatchObject({ skippedAt: null, skipReason: null });
  });

  test.each([
    ['a reason of 300 characters', '忙'.repeat(300), '忙'.repeat(300)],
    ['spaces around it do not count', `  ${'忙'.repeat(300)}\n`, '忙'.repeat(300)],
    ['what nobody sees is left out', 'a\u0000b\u001B[31m\u202Etxt', 'ab[31mtxt'],
    ['half a character is made whole', '\uD83D', '\uFFFD'],
    ['markup stays as it was typed', '<!channel> *&*', '<!channel> *&*'],
    ['nothing is no reason', '   ', null],
  ])('%s', async (_what, written, kept) => {
    expect((await skip(written)).outcome).toBe('skipped');
    expect(await row()).toMatchObject({ skipReason: kept });
  });

  test.each(['忙'.repeat(301), 'x'.repeat(10_000)])(
    'a reason that is too long changes nothing: %#',
    async (written) => {
      expect(await skip(written)).toEqual({ outcome: 'too-long', length: written.length, limit: 300 });
      expect(await stage()).toBe('open');
      expect((await row()).version).toBe(0);
    },
  );
});
