import { beforeEach, describe, expect, test } from '@jest/globals';
import { sendTurn } from '../../src/delivery/sender.ts';
import { NO_PREFERENCE, type Preference } from '../../src/domain/check-in/preference.ts';
import { findWorkspacesToWake } from '../../src/storage/deliveries/find-deliveries.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { planReminders } from '../../src/usecases/plan-reminders.ts';
import { remindOfCheckIn } from '../../src/usecases/remind-of-check-in.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { prefer as preferAs } from '../support/own-preference.ts';
import { senderPartsOf } from '../support/sender-parts-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const SATURDAY_NIGHT = '2026-11-21T02:00+08:00';
const MONDAY = '2026-11-23T09:00+08:00';

/** Check-ins were made on Wednesday 2026-11-18 at 13:00 in Taipei; Slack was away, and comes back some time later. */
describe.each(STORES)('what an outage has held up, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;
  let reached: string[];

  beforeEach(async () => {
    shops += 1;
    await counting.database.prisma.schedule.updateMany({ data: { startedAt: null } });
    await counting.database.prisma.checkIn.updateMany({ data: { remindAt: null } });
    shop = await openShop(counting.database, `T0LATE${shops}`);
    await shop.hire([
      { id: 'U1', standard: RETAIL, supervisor: 'UBOSS' },
      { id: 'UBOSS', role: 'hr' },
    ]);
    await shop.start();
    shop.at('2026-11-18T13:00+08:00');
    await planCheckIns(shop.context);
  });

  const who = (slackUserId: string) => ({ workspaceId: shop.workspaceId, slackUserId });
  const send = async () => {
    reached = [];
    const parts = senderPartsOf(shop.context, async ({ recipient }) => {
      reached.push(recipient);
      return { channel: `D${recipient}`, ts: `1795000000.${String(reached.length).padStart(6, '0')}` };
    });
    await sendTurn(parts, shop.workspaceId, new AbortController().signal);
    return reached.toSorted();
  };
  const sendAt = async (instant: string) => {
    shop.at(instant);
    return await send();
  };
  const waking = async () => {
    const { machineNow, now } = shop.context;
    const times = { machineNow: machineNow(), now: now() };
    return (await findWorkspacesToWake(counting.database.prisma, times)).includes(shop.workspaceId);
  };

  const prefer = async (slackUserId: string, preference: Partial<Preference>) =>
    await preferAs(shop.context, {
      ...who(slackUserId),
      preference: { ...NO_PREFERENCE, ...preference },
    });

  test('a check-in comes in working hours, once, and nothing is claimed over and over meanwhile', async () => {
    expect(await sendAt(SATURDAY_NIGHT)).toEqual([]);
    expect(await waking()).toBe(false);
    expect(await sendAt('2026-11-23T08:59+08:00')).toEqual([]);
    shop.at(MONDAY);
    expect(await waking()).toBe(true);
    expect([await send(), await send()]).toEqual([['U1'], []]);
  });

  test.each([
    ['within the hour it is on time', '2026-11-18T13:59+08:00', ['U1']],
    ['in working hours it comes at once', '2026-11-18T19:59+08:00', ['U1']],
    ['in the evening it waits', '2026-11-18T20:00+08:00', []],
    ['in the night it waits', '2026-11-19T02:00+08:00', []],
  ])('%s', async (_what, instant, expected) => {
    expect(await sendAt(instant)).toEqual(expected);
  });

  test('a schedule in the evening is no outage: what is on time comes then', async () => {
    await prefer('U1', { time: '21:00' });
    await counting.database.prisma.delivery.deleteMany({ where: { workspaceId: shop.workspaceId } });
    shop.at('2026-11-25T21:00+08:00');
    await planCheckIns(shop.context);
    expect(await sendAt('2026-11-25T21:30+08:00')).toEqual(['U1']);
  });

  test('whoever works at the weekend gets it then', async () => {
    await prefer('U1', { restDays: [1, 2] });
    expect(await sendAt('2026-11-21T10:00+08:00')).toEqual(['U1']);
  });

  test('one that closes before the next working hours is not sent at all', async () => {
    await counting.database.prisma.checkIn.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { closesAt: new Date('2026-11-23T00:00+08:00') },
    });
    expect(await sendAt(SATURDAY_NIGHT)).toEqual([]);
    expect(await sendAt(MONDAY)).toEqual([]);
    expect(
      await counting.database.prisma.delivery.findMany({ where: { workspaceId: shop.workspaceId } }),
    ).toMatchObject([{ state: 'cancelled', reason: 'closed' }]);
  });

  test('a reminder waits as well; one that was asked for, and a check-in that was, come at once', async () => {
    await send();
    shop.at('2026-11-19T13:00+08:00');
    await planReminders(shop.context);
    expect(await sendAt(SATURDAY_NIGHT)).toEqual([]);
    await shop.hire([{ id: 'U2', standard: RETAIL }]);
    await startCheckIn(shop.context, who('U2'));
    expect(await sendAt('2026-11-21T23:00+08:00')).toEqual(['U2']);
    const { checkIn } = await shop.checkInOf('U2', '2026-W47');
    await remindOfCheckIn(shop.context, { ...who('U2'), checkInId: checkIn.checkInId, when: 'in-an-hour' });
    shop.at('2026-11-22T00:00+08:00');
    await planReminders(shop.context);
    expect(await sendAt('2026-11-22T03:00+08:00')).toEqual(['U2']);
    expect(await sendAt(MONDAY)).toEqual(['U1']);
  });

  test('a digest comes in the working hours of whom it is for', async () => {
    await send();
    shop.at(MONDAY);
    await planDigests(shop.context);
    expect(await sendAt('2026-11-23T21:00+08:00')).toEqual([]);
    await prefer('UBOSS', { restDays: [2, 6, 7] });
    expect(await sendAt('2026-11-24T10:00+08:00')).toEqual([]);
    expect(await sendAt('2026-11-25T09:00+08:00')).toEqual(['UBOSS']);
  });

  test('the notice that comes instead of a check-in waits as well; whoever asks gets it at once', async () => {
    await counting.database.prisma.delivery.deleteMany({ where: { workspaceId: shop.workspaceId } });
    await shop.hire(['UNEW', 'UKEEN'].map((id) => ({ id, standard: RETAIL, acknowledged: false })));
    shop.at('2026-11-25T13:00+08:00');
    await planCheckIns(shop.context);
    await counting.database.prisma.delivery.deleteMany({ where: { kind: 'check-in' } });
    expect(await sendAt('2026-11-25T23:00+08:00')).toEqual([]);
    await startCheckIn(shop.context, who('UKEEN'));
    expect(await send()).toEqual(['UKEEN']);
    expect(await sendAt('2026-11-26T09:00+08:00')).toEqual(['UNEW']);
  });
});
