import { beforeEach, expect, test } from '@jest/globals';
import { claimReminders } from '../../src/storage/check-ins/claim-reminders.ts';
import { claimUndrawn } from '../../src/storage/check-ins/drawing.ts';
import { turnCheckIns } from '../../src/storage/check-ins/turn-check-ins.ts';
import type { Queryable } from '../../src/storage/database.ts';
import { claimDeliveries } from '../../src/storage/deliveries/claim-deliveries.ts';
import { claimDueMembers } from '../../src/storage/people/due-members.ts';
import { drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { describeTwoProcesses } from '../support/two-processes.ts';
import { weeksOf } from '../support/weeks.ts';

const PEOPLE = 6;
const FIRST = 4;
/** Next week: the reminder, the next check-in, the late answers, all of it is due. */
const LATER = '2026-11-25T13:00+08:00';

/** How many a claim takes; the last claims no more than are left. */
type Claim = (tx: Queryable, shop: Shop, limit: number) => Promise<number>;

const CLAIMS: readonly (readonly [string, Claim])[] = [
  [
    'members who are due',
    async (tx, { context }, limit) => (await claimDueMembers(tx, 'check-in', context.now(), limit)).length,
  ],
  ['reminders', async (tx, { context }, limit) => (await claimReminders(tx, context.now(), limit)).length],
  ['messages that time changes', (tx, { context }, limit) => turnCheckIns(tx, context.now(), limit)],
  [
    'messages to be drawn',
    async (tx, { context, workspaceId }, limit) =>
      (await claimUndrawn(tx, workspaceId, limit, drawingTimes(context))).length,
  ],
  [
    'deliveries',
    async (tx, { context, workspaceId }, limit) => {
      const { newId, machineNow, now } = context;
      const claim = { workspaceId, claimedBy: newId(), machineNow: machineNow(), now: now(), limit };
      return (await claimDeliveries(tx, claim)).length;
    },
  ],
];

describeTwoProcesses((counting, other) => {
  let shop: Shop;
  let shops = 0;

  beforeEach(async () => {
    const { prisma } = counting.database;
    // Most claims serve all workspaces: of the tests before nothing is due any more.
    await prisma.checkIn.updateMany({ data: { remindAt: null, turnsAt: null } });
    await prisma.memberSchedule.deleteMany();
    shops += 1;
    shop = await openShop(counting.database, `T0CLAIM${shops}`);
    await shop.hire(Array.from({ length: PEOPLE }, (_, index) => ({ id: `U${index}`, standard: RETAIL })));
    await shop.start();
    await weeksOf(shop, 'U0')();
    shop.at(LATER);
  });

  test.each(CLAIMS)(
    '%s: each takes what the other has not claimed, and neither waits',
    async (what, claim) => {
      const { prisma } = counting.database;
      const { workspaceId } = shop;
      if (what === 'deliveries') {
        shop.machineAt(LATER);
      } else {
        await prisma.delivery.updateMany({
          where: { workspaceId },
          data: { state: 'sent', channel: 'D1', ts: '1795053600.000001' },
        });
        await prisma.checkIn.updateMany({ where: { workspaceId }, data: { version: { increment: 1 } } });
      }
      const taken = await prisma.$transaction(async (first) => [
        await claim(first, shop, FIRST),
        await other().prisma.$transaction(async (second) => await claim(second, shop, PEOPLE)),
      ]);
      expect(taken).toEqual([FIRST, PEOPLE - FIRST]);
    },
  );
});
