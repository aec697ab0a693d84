import { beforeEach, describe, expect, test } from '@jest/globals';
import { colleagueAnswers } from '../../src/demo/colleague-answers.ts';
import type { DemoClock } from '../../src/demo/demo-clock.ts';
import { PLAYED_BY_VISITORS } from '../../src/demo/guide.ts';
import { answerUntil } from '../../src/demo/live-colleagues.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';
import { claimUndrawn, releaseDrawings } from '../../src/storage/check-ins/drawing.ts';
import { drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { findUnacknowledged } from '../../src/usecases/find-unacknowledged.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const WEDNESDAY = new Date('2026-11-25T05:00:00Z');
const MONDAY = new Date('2026-11-30T01:00:00Z');
const [PLAYED = '', OTHER_PLAYED = ''] = PLAYED_BY_VISITORS;
const COLLEAGUES = Array.from({ length: 12 }, (_, index) => `UC${index}`);

describe.each(STORES)('while a visitor moves the clock, on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let clock: DemoClock;
  let shops = 0;

  beforeEach(async () => {
    shops += 1;
    shop = await openShop(counting.database, `T0LIVE${shops}`);
    await shop.hire([PLAYED, ...COLLEAGUES].map((id) => ({ id, standard: RETAIL })));
    shop.at('2026-11-23T00:00:00Z');
    await shop.start();
    shop.at(WEDNESDAY.toISOString());
    await planCheckIns(shop.context);
    clock = standingClock(WEDNESDAY);
  });

  const answered = async () =>
    (await shop.checkInsOf('2026-W48')).filter(({ checkIn }) =>
      checkIn.items.some(({ answer }) => answer !== undefined),
    );
  const ratings = () =>
    counting.database.prisma.rating.findMany({
      where: { workspaceId: shop.workspaceId },
      orderBy: { answeredAt: 'asc' },
    });
  const planned = ({ checkIn, recipient }: CheckInForMember) =>
    colleagueAnswers(recipient.slackUserId, checkIn, WEDNESDAY);
  const whoOf = (states: readonly CheckInForMember[]) =>
    states.map(({ recipient }) => recipient.slackUserId).toSorted();

  test('what somebody has skipped stays skipped', async () => {
    const [one] = (await shop.checkInsOf('2026-W48')).filter(
      (state) => state.recipient.slackUserId !== PLAYED && planned(state).some(({ at }) => at <= MONDAY),
    );
    await counting.database.prisma.checkIn.updateMany({
      where: { workspaceId: shop.workspaceId, checkInId: one?.checkIn.checkInId ?? '' },
      data: { skippedAt: WEDNESDAY },
    });
    await answerUntil(shop, clock, MONDAY);
    expect(whoOf(await answered())).not.toContain(one?.recipient.slackUserId);
    expect(await answered()).not.toHaveLength(0);
  });

  test('colleagues answer, each at their own time, and the clock never runs ahead', async () => {
    const expected = (await shop.checkInsOf('2026-W48')).filter(
      (state) => state.recipient.slackUserId !== PLAYED && planned(state).some(({ at }) => at <= MONDAY),
    );
    await answerUntil(shop, clock, MONDAY);
    expect(whoOf(await answered())).toEqual(whoOf(expected));
    expect(expected.length).toBeGreaterThan(6);
    expect((await ratings()).map(({ answeredAt }) => answeredAt)).toEqual(
      expected
        .flatMap(planned)
        .map(({ at }) => at)
        .toSorted((one, other) => one.getTime() - other.getTime()),
    );
    expect(clock.now() <= MONDAY).toBe(true);
  });

  test('a colleague who is asked to reads the notice, whom the visitor plays does not', async () => {
    await shop.hire([
      { id: 'UNEW', standard: RETAIL, acknowledged: false },
      { id: OTHER_PLAYED, standard: RETAIL, acknowledged: false },
    ]);
    shop.at('2026-12-02T05:00:00Z');
    await planCheckIns(shop.context);
    clock.moveTo(shop.context.now());
    const unread = async () =>
      (await findUnacknowledged(shop.context, shop.workspaceId)).map(({ slackUserId }) => slackUserId);
    await answerUntil(shop, clock, new Date('2026-12-02T05:59:00Z'));
    expect((await unread()).toSorted()).toEqual([OTHER_PLAYED, 'UNEW']);
    await answerUntil(shop, clock, new Date('2026-12-02T06:00:00Z'));
    expect(await unread()).toEqual([OTHER_PLAYED]);
    await shop.checkInOf('UNEW', '2026-W49');
  });

  test('step by step it is the same as in one go', async () => {
    const once = shop;
    await answerUntil(once, clock, MONDAY);
    const inOneGo = await summary(once);
    const steps = await openShop(counting.database, `${once.workspaceId}STEPS`);
    await steps.hire([PLAYED, ...COLLEAGUES].map((id) => ({ id, standard: RETAIL })));
    steps.at('2026-11-23T00:00:00Z');
    await steps.start();
    steps.at(WEDNESDAY.toISOString());
    await planCheckIns(steps.context);
    const slowly = standingClock(WEDNESDAY);
    for (let hour = 1; slowly.now() < MONDAY; hour += 1) {
      const until = new Date(WEDNESDAY.getTime() + hour * 6 * 3_600_000);
      await answerUntil(steps, slowly, until);
      slowly.moveTo(until);
    }
    expect(await summary(steps)).toEqual(inOneGo);
  });

  test('nobody answers for whom the visitor plays', async () => {
    await answerUntil(shop, clock, new Date('2026-12-01T10:00:00Z'));
    expect(whoOf(await answered())).not.toContain(PLAYED);
  });

  test('a check-in that was answered by hand, or taken back, is left alone', async () => {
    const [one, other] = (await shop.checkInsOf('2026-W48')).filter(
      (state) => state.recipient.slackUserId !== PLAYED && planned(state).some(({ at }) => at <= MONDAY),
    );
    if (one === undefined || other === undefined) throw new Error('nobody would answer');
    await tap(one, 2, 1);
    await tap(other, 3, 1);
    await tap(other, undefined, 2);
    await answerUntil(shop, clock, MONDAY);
    const answersOf = async ({ recipient }: CheckInForMember) =>
      (await shop.checkInOf(recipient.slackUserId, '2026-W48')).checkIn.items.map(({ answer }) => answer);
    expect(await answersOf(one)).toEqual([2, undefined, undefined, undefined]);
    expect(await answersOf(other)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('nothing is answered before the time at which the clock stood', async () => {
    const stood = new Date('2026-11-27T05:00:00Z');
    clock.moveTo(stood);
    await answerUntil(shop, clock, MONDAY);
    expect((await ratings()).every(({ answeredAt }) => answeredAt >= stood)).toBe(true);
    expect(await ratings()).not.toEqual([]);
  });

  test('the tick may draw them at once', async () => {
    await answerUntil(shop, clock, MONDAY);
    const { prisma } = counting.database;
    await prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'sent', channel: 'D1', ts: '1.000001' },
    });
    const owed = await claimUndrawn(prisma, shop.workspaceId, 100, drawingTimes(shop.context));
    expect(whoOf(owed)).toEqual(whoOf(await answered()));
  });

  test('a demo that starts again draws what the one before it was drawing', async () => {
    const { prisma } = counting.database;
    const [state] = await shop.checkInsOf('2026-W48');
    if (state === undefined) throw new Error('no check-in');
    await tap(state, 3, 1);
    await prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'sent', channel: 'D1', ts: '1.000001' },
    });
    const claim = () => claimUndrawn(prisma, shop.workspaceId, 100, drawingTimes(shop.context));
    expect(await claim()).toEqual([]);
    await releaseDrawings(prisma, drawingTimes(shop.context));
    expect(whoOf(await claim())).toEqual(whoOf([state]));
  });

  async function tap({ checkIn, recipient }: CheckInForMember, answer: 2 | 3 | undefined, order: number) {
    await recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: recipient.slackUserId,
      checkInId: checkIn.checkInId,
      position: 0,
      answer,
      actionTs: `${WEDNESDAY.getTime() / 1_000}.00000${order}`,
    });
  }

  const summary = async ({ workspaceId }: Shop) =>
    (
      await counting.database.prisma.rating.findMany({
        where: { workspaceId },
        orderBy: { answeredAt: 'asc' },
      })
    ).map(({ position, answeredAt }) => [position, answeredAt]);
});

function standingClock(begins: Date): DemoClock {
  let now = begins;
  return {
    now: () => now,
    seeded: true,
    moveTo: (instant) => {
      if (instant < now) throw new RangeError('backwards');
      now = instant;
    },
    markSeeded: () => {},
  };
}
