import { beforeEach, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { sendTurn } from '../../src/delivery/sender.ts';
import { findWorkspacesToWake } from '../../src/storage/deliveries/find-deliveries.ts';
import { findDeliveryReport } from '../../src/storage/deliveries/find-delivery-report.ts';
import { findNextDue } from '../../src/storage/people/next-due.ts';
import { addBlackout, removeBlackout } from '../../src/usecases/change-blackouts.ts';
import { followProfile } from '../../src/usecases/follow-profile.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planReminders } from '../../src/usecases/plan-reminders.ts';
import { remindOfCheckIn } from '../../src/usecases/remind-of-check-in.ts';
import { removeLeave } from '../../src/usecases/remove-leave.ts';
import { setLeave } from '../../src/usecases/set-leave.ts';
import { startCheckIn } from '../../src/usecases/start-check-in.ts';
import { senderPartsOf } from '../support/sender-parts-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

/** Check-ins were made on Wednesday 2026-11-18 at 13:00 in Taipei; what was queued could not be sent yet. */
describe.each(STORES)('promise 9: a message that waits when somebody goes away, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let shops = 0;
  let reached: string[];

  beforeEach(async () => {
    shops += 1;
    reached = [];
    await counting.database.prisma.schedule.updateMany({ data: { startedAt: null } });
    shop = await openShop(counting.database, `T0HOLD${shops}`);
    await shop.hire(['U1', 'U2'].map((id) => ({ id, standard: RETAIL })));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
  });

  const who = (slackUserId: string) => ({ workspaceId: shop.workspaceId, slackUserId });
  const leave = async (slackUserId: string, from: string, lastDay: string) => {
    const set = await setLeave(shop.context, { ...who(slackUserId), from, lastDay });
    return set.outcome === 'done' ? set.leave.leaveId : '';
  };
  const parts = () =>
    senderPartsOf(shop.context, async ({ recipient }) => {
      reached.push(recipient);
      return { channel: `D${recipient}`, ts: `1795000000.${String(reached.length).padStart(6, '0')}` };
    });
  const send = async () => {
    reached = [];
    await sendTurn(parts(), shop.workspaceId, new AbortController().signal);
    return reached.toSorted();
  };
  const sendAt = async (instant: string) => {
    shop.at(instant);
    return await send();
  };
  const isAwaited = async () => {
    const { machineNow, now } = shop.context;
    const waiting = await findWorkspacesToWake(counting.database.prisma, {
      machineNow: machineNow(),
      now: now(),
    });
    return waiting.includes(shop.workspaceId);
  };

  test('it waits while they are on leave, and comes in the morning of their first day back, once', async () => {
    await leave('U1', '2026-11-18', '2026-11-19');
    expect(await sendAt('2026-11-18T06:00:00Z')).toEqual(['U2']);
    expect(await isAwaited()).toBe(false);
    const { reasons } = await findDeliveryReport(counting.database.prisma, shop.workspaceId, new Date(0));
    expect(reasons).toEqual([{ state: 'queued', reason: 'away', count: 1 }]);
    await counting.database.prisma.checkIn.updateMany({ data: { remindAt: null } });
    expect(await findNextDue(counting.database.prisma)).toEqual(new Date('2026-11-20T01:00:00Z'));
    expect(await sendAt('2026-11-20T00:59:59Z')).toEqual([]);
    shop.at('2026-11-20T01:00:00Z');
    expect(await isAwaited()).toBe(true);
    expect([await send(), await send()]).toEqual([['U1'], []]);
  });

  test('tried again on a day that has become a day of leave, it waits too', async () => {
    await leave('U1', '2026-11-19', '2026-11-19');
    expect(await sendAt('2026-11-19T02:00:00Z')).toEqual(['U2']);
    expect(await sendAt('2026-11-20T02:00:00Z')).toEqual(['U1']);
  });

  test('a check-in that has closed by the time they are back is not sent', async () => {
    await leave('U1', '2026-11-18', '2026-11-27');
    await send();
    expect(await sendAt('2026-11-30T02:00:00Z')).toEqual([]);
    expect(
      await counting.database.prisma.delivery.findMany({
        where: { workspaceId: shop.workspaceId, reason: 'closed' },
      }),
    ).toHaveLength(1);
  });

  test('leave that is taken back brings it at once', async () => {
    const leaveId = await leave('U1', '2026-11-18', '2026-11-19');
    await send();
    await removeLeave(shop.context, { ...who('U1'), leaveId });
    expect(await send()).toEqual(['U1']);
  });

  test.each([
    [
      'takes the leave back',
      async (leaveId: string) => await removeLeave(shop.context, { ...who('U1'), leaveId }),
    ],
    ['asks for it', async () => await startCheckIn(shop.context, who('U1'))],
  ])('whoever %s while it is just being held gets it at once', async (_what, change) => {
    const leaveId = await leave('U1', '2026-11-18', '2026-11-20');
    const sender = parts();
    let changed = false;
    const findBackAt: typeof sender.findBackAt = async (...asked) => {
      const found = await sender.findBackAt(...asked);
      if (!changed) await change(leaveId);
      changed = true;
      return found;
    };
    await sendTurn({ ...sender, findBackAt }, shop.workspaceId, new AbortController().signal);
    expect(reached.toSorted()).toEqual(['U1', 'U2']);
  });

  test('a blackout holds everybody’s, and lets go when it is taken away', async () => {
    const { workspaceId } = shop;
    const days = { from: '2026-11-18', lastDay: '2026-11-19' };
    await addBlackout(shop.context, { workspaceId, name: '週年慶', ...days });
    expect(await send()).toEqual([]);
    await removeBlackout(shop.context, { workspaceId, name: '週年慶' });
    expect(await send()).toEqual(['U1', 'U2']);
  });

  test('what they asked for themselves comes on any day: a check-in now, a reminder', async () => {
    await shop.hire([{ id: 'U3', standard: RETAIL }]);
    await leave('U3', '2026-11-18', '2026-11-20');
    expect(await startCheckIn(shop.context, who('U3'))).toMatchObject({ outcome: 'made' });
    expect(await send()).toEqual(['U1', 'U2', 'U3']);
    const { checkIn } = await shop.checkInOf('U3', '2026-W47');
    const asked = { ...who('U3'), checkInId: checkIn.checkInId, when: 'in-an-hour' } as const;
    expect(await remindOfCheckIn(shop.context, asked)).toMatchObject({ outcome: 'set' });
    shop.at('2026-11-18T06:00:00Z');
    await planReminders(shop.context);
    expect(await send()).toEqual(['U3']);
  });

  test.each([
    ['held for them', {}],
    ['not to be sent any more', { state: 'cancelled', reason: 'skipped', heldUntil: null }],
    ['given up', { state: 'failed', reason: 'absent-after-settling', heldUntil: null }],
  ])(
    'asked for, a check-in that is %s comes at once, although they are away, and once',
    async (_what, data) => {
      await leave('U1', '2026-11-18', '2026-11-19');
      expect(await send()).toEqual(['U2']);
      await counting.database.prisma.delivery.updateMany({
        where: { workspaceId: shop.workspaceId, reason: 'away' },
        data,
      });
      shop.woken.length = 0;
      const started = await startCheckIn(shop.context, who('U1'));
      expect(started).toMatchObject({ outcome: 'open', state: { message: undefined } });
      expect(shop.woken).toEqual([shop.workspaceId]);
      expect([await send(), await send()]).toEqual([['U1'], []]);
    },
  );

  test('asked for once it is there, or on its way, nothing is sent again', async () => {
    shop.woken.length = 0;
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'uncertain' },
    });
    expect(await startCheckIn(shop.context, who('U1'))).toMatchObject({ state: { message: undefined } });
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'sent', channel: 'D1', ts: '1795053600.000001' },
    });
    expect(await startCheckIn(shop.context, who('U1'))).toMatchObject({
      state: { message: { channel: 'D1' } },
    });
    expect(shop.woken).toEqual([]);
    expect(await send()).toEqual([]);
  });

  test('the other side of midnight: it is still leave where they are, and over where another is', async () => {
    await shop.hire([{ id: 'ULA', standard: RETAIL, timeZone: 'America/Los_Angeles' }]);
    shop.at('2026-11-18T21:00:00Z');
    await planCheckIns(shop.context);
    await leave('ULA', '2026-11-18', '2026-11-18');
    await leave('U1', '2026-11-18', '2026-11-18');
    // 09:00 on the 19th in Taipei, 17:00 on the 18th in Los Angeles.
    expect(await sendAt('2026-11-19T01:00:00Z')).toEqual(['U1', 'U2']);
    expect(await sendAt('2026-11-19T17:00:00Z')).toEqual(['ULA']);
  });

  test('whoever moves meanwhile has it in the morning where they are then', async () => {
    await send();
    await shop.hire([{ id: 'ULA', standard: RETAIL, timeZone: 'America/Los_Angeles' }]);
    shop.at('2026-11-18T21:00:00Z');
    await planCheckIns(shop.context);
    await leave('ULA', '2026-11-18', '2026-11-18');
    await send();
    // 15:00 on the 18th in Los Angeles, 07:00 on the 19th in Taipei: their leave is over there.
    shop.at('2026-11-18T23:00:00Z');
    const moved = {
      slackUserId: 'ULA',
      email: undefined,
      displayName: 'Name of ULA',
      slackLocale: undefined,
    };
    await followProfile(shop.context, shop.workspaceId, {
      ...moved,
      timeZone: 'Asia/Taipei',
      standing: 'person',
      changedAt: undefined,
    });
    expect(await sendAt('2026-11-19T01:00:00Z')).toEqual(['ULA']);
  });

  test('whom a roster puts into another zone has it in the morning there', async () => {
    await send();
    const inZone = (timeZone: string) => shop.hire([{ id: 'ULA', standard: RETAIL, timeZone }]);
    await inZone('America/Los_Angeles');
    shop.at('2026-11-18T21:00:00Z');
    await planCheckIns(shop.context);
    await leave('ULA', '2026-11-18', '2026-11-18');
    await send();
    shop.at('2026-11-18T23:00:00Z');
    await inZone('Asia/Taipei');
    expect(await sendAt('2026-11-19T01:00:00Z')).toEqual(['ULA']);
  });

  test('a batch asks once who is away, however many may be, and not at all where nobody may', async () => {
    const statements = () => counting.statementsOf(() => send());
    const without = await statements();
    await counting.database.prisma.delivery.deleteMany({ where: { workspaceId: shop.workspaceId } });
    await leave('U1', '2026-11-18', '2026-11-19');
    await leave('U2', '2026-11-18', '2026-11-19');
    const members = await counting.database.prisma.member.findMany({
      where: { workspaceId: shop.workspaceId },
    });
    await counting.database.prisma.delivery.createMany({
      data: members.map(({ workspaceId, memberId }, index) => ({
        workspaceId,
        deliveryId: v7(),
        memberId,
        key: `check-in:again-${index}`,
        kind: 'check-in',
        subjectId: v7(),
        state: 'queued',
        createdAt: shop.context.now(),
        availableAt: new Date(0),
      })),
    });
    // Each is put back instead of rendered and sent.
    expect(await statements()).toBeLessThanOrEqual(without);
  });
});
