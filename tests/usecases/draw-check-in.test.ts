import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rating } from '../../src/domain/check-in/rating.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';
import { claimUndrawn, releaseDrawings } from '../../src/storage/check-ins/drawing.ts';
import type { Context } from '../../src/usecases/context.ts';
import { type Draw, drawCheckIn, drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const SEED = 20_261_123;

describe.each(STORES)('a check-in is drawn on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;
  let checkInId: string;
  let seconds = 1_795_053_600;

  const begin = async () => {
    number += 1;
    shop = await openShop(counting.database, `T0DRAW${number}`);
    await shop.hire([{ id: 'U1', standard: RETAIL }]);
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    checkInId = (await shop.checkInOf('U1', '2026-W47')).checkIn.checkInId;
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'sent', channel: 'D1', ts: '1795053600.000001' },
    });
  };
  beforeEach(begin);

  const tap = (position: number, score: number) => {
    seconds += 1;
    return recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId: 'U1',
      checkInId,
      position,
      answer: rating.parse(score),
      actionTs: `${seconds}.000100`,
    });
  };

  const pictureOf = ({ checkIn }: CheckInForMember) =>
    checkIn.items.map(({ answer }) => answer ?? '-').join(' ');
  const finalPicture = async () => pictureOf(await shop.checkInOf('U1', '2026-W47'));

  /** What the tick does: draws what is owed, once whoever had the right to draw has let go or died. */
  const drawOwed = async (context: Context, draw: Draw) => {
    const owed = await claimUndrawn(context.database.prisma, shop.workspaceId, 10, drawingTimes(context));
    for (const state of owed) await drawCheckIn(context, state, draw);
    return owed.length;
  };

  test('in one statement after the drawing, and only by the tap that may', async () => {
    const recorded = await tap(0, 4);
    if (recorded.outcome !== 'saved') throw new Error(recorded.outcome);
    expect(recorded.mayDraw).toBe(true);
    const second = await tap(1, 2);
    expect(second.outcome === 'saved' && second.mayDraw).toBe(false);
    const drawn: string[] = [];
    const statements = await counting.statementsOf(() =>
      drawCheckIn(shop.context, recorded.state, async (state) => {
        drawn.push(pictureOf(state));
        return 'certain';
      }),
    );
    expect(drawn).toEqual(['4 - - -', '4 2 - -']);
    expect(statements).toBe(drawn.length);
    const third = await tap(2, 5);
    expect(third.outcome === 'saved' && third.mayDraw).toBe(true);
  });

  test('once more when a picture without an answer can no longer arrive over it', async () => {
    const first = await tap(0, 4);
    if (first.outcome !== 'saved') throw new Error(first.outcome);
    await drawCheckIn(shop.context, first.state, async () => 'doubtful');
    const second = await tap(0, 2);
    if (second.outcome !== 'saved') throw new Error(second.outcome);
    expect(second.mayDraw).toBe(true);
    await drawCheckIn(shop.context, second.state, async () => 'certain');
    const drawn: string[] = [];
    const draw: Draw = async (state) => {
      drawn.push(pictureOf(state));
      return 'certain';
    };
    expect(await drawOwed(shop.context, draw)).toBe(0);
    shop.machineAt('2026-11-16T00:01:00Z');
    expect(await drawOwed(shop.context, draw)).toBe(1);
    expect(await drawOwed(shop.context, draw)).toBe(0);
    expect(drawn).toEqual(['2 - - -']);
  });

  test('at once after a restart, where the dead process was the only one', async () => {
    const tapped = await tap(0, 4);
    expect(tapped.outcome === 'saved' && tapped.mayDraw).toBe(true);
    const draw: Draw = async () => 'certain';
    expect(await drawOwed(shop.context, draw)).toBe(0);
    await releaseDrawings(counting.database.prisma, drawingTimes(shop.context));
    expect(await drawOwed(shop.context, draw)).toBe(1);
  });

  test('whatever the order of taps and network, and whoever fails or dies, what is drawn last is the final state', async () => {
    const tapped = fc.record({
      position: fc.nat(3),
      score: fc.integer({ min: 1, max: 5 }),
      /** How its drawing ends, if it gets to draw. */
      fate: fc.constantFrom('arrives', 'arrives', 'arrives', 'refused', 'doubtful', 'process dies'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(tapped, { minLength: 1, maxLength: 8 }),
        async (scheduler, taps) => {
          await begin();
          let drawn = '- - - -';
          let inFlight = 0;
          /** Pictures that Slack has and shows when it pleases. */
          const late: string[] = [];
          const draw =
            (fate: string): Draw =>
            async (state) => {
              inFlight += 1;
              expect(inFlight).toBe(1);
              await scheduler.schedule(Promise.resolve(), `the network takes ${pictureOf(state)}`);
              inFlight -= 1;
              if (fate === 'refused') throw new Error('expired_url');
              if (fate === 'doubtful') {
                late.push(pictureOf(state));
                return 'doubtful';
              }
              drawn = pictureOf(state);
              // A process that dies after its message arrived tells nobody.
              if (fate === 'process dies') throw new DeathOfTheProcess();
              return 'certain';
            };
          const handled = taps.map(async ({ position, score, fate }, index) => {
            await scheduler.schedule(Promise.resolve(), `tap ${index} comes in`);
            const recorded = await tap(position, score);
            await scheduler.schedule(Promise.resolve(), `tap ${index} goes on`);
            if (recorded.outcome !== 'saved' || !recorded.mayDraw) return;
            const context = fate === 'process dies' ? dying(shop.context) : shop.context;
            await drawCheckIn(context, recorded.state, draw(fate)).catch(() => {});
          });
          const showLate = async () => {
            await scheduler.schedule(Promise.resolve(), 'Slack shows what it had kept');
            drawn = late.shift() ?? drawn;
          };
          await scheduler.waitFor(Promise.all([...handled, showLate(), showLate()]));
          for (const picture of late.splice(0)) drawn = picture;
          shop.machineAt('2026-11-16T00:02:00Z');
          await scheduler.waitFor(drawOwed(shop.context, draw('arrives')));
          expect(drawn).toBe(await finalPicture());
          expect(await drawOwed(shop.context, draw('arrives'))).toBe(0);
        },
      ),
      { seed: SEED, numRuns: 25 },
    );
  });

  /** A process that dies writes nothing any more: the right to draw stays taken until its time is over. */
  function dying(context: Context): Context {
    const { prisma } = context.database;
    const dead = new Proxy(prisma, { get: () => () => Promise.reject(new DeathOfTheProcess()) });
    return { ...context, database: { ...context.database, prisma: dead } };
  }
});

class DeathOfTheProcess extends Error {}
