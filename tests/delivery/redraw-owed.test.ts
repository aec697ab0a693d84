import { beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIPlatformError } from '@slack/web-api';
import { Pace } from '../../src/delivery/pace.ts';
import { type RedrawParts, redrawOwed } from '../../src/delivery/redraw-owed.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { rating } from '../../src/domain/check-in/rating.ts';
import { claimUndrawn } from '../../src/storage/check-ins/drawing.ts';
import { suspendWorkspace } from '../../src/storage/people/suspensions.ts';
import { drawCheckIn, drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

const PEOPLE = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const never = new AbortController().signal;

describe.each(STORES)('the tick draws what is behind on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;
  let drawn: string[];

  /** Six people have answered once, and it could not be drawn. */
  beforeEach(async () => {
    number += 1;
    drawn = [];
    shop = await openShop(counting.database, `T0OWED${number}`);
    await shop.hire(PEOPLE.map((id) => ({ id, standard: RETAIL })));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    for (const [index, id] of PEOPLE.entries()) {
      const { checkIn } = await shop.checkInOf(id, '2026-W47');
      await recordRating(shop.context, {
        workspaceId: shop.workspaceId,
        slackUserId: id,
        checkInId: checkIn.checkInId,
        position: 0,
        answer: rating.parse(4),
        actionTs: `1795053700.${String(index).padStart(6, '0')}`,
        place: { channel: `D${id}`, ts: '1795053600.000001' },
      });
    }
    await counting.database.prisma.checkIn.updateMany({ data: { drawingUntil: null } });
    shop.machineAt('2026-11-16T00:01:00Z');
  });

  const parts = (update: RedrawParts['update'], burst = 100): RedrawParts => ({
    claim: async (workspaceId) =>
      (await claimUndrawn(counting.database.prisma, workspaceId, 1, drawingTimes(shop.context)))[0],
    drawWith: (state, draw) => drawCheckIn(shop.context, state, draw),
    render: () => ({ text: 'as saved', blocks: [] }),
    update,
    pace: new Pace(counting.database, {
      method: 'chat.update',
      perMinute: 1,
      burst,
      channelIntervalMs: 0,
      recoveryMs: 0,
    }),
    timings: DELIVERY_TIMINGS,
    log: shop.context.log,
    machineNow: shop.context.machineNow,
  });
  const keep: RedrawParts['update'] = async ({ channel }) => {
    drawn.push(channel);
  };
  const refuse =
    (error: string): RedrawParts['update'] =>
    async ({ channel }) => {
      drawn.push(channel);
      throw new WebAPIPlatformError({ ok: false, error });
    };
  const draw = (given: RedrawParts, signal = never) => redrawOwed(given, shop.workspaceId, signal);

  test('each once', async () => {
    expect(await draw(parts(keep))).toBe(6);
    expect(drawn.sort()).toEqual(PEOPLE.map((id) => `D${id}`));
    expect(await draw(parts(keep))).toBe(0);
  });

  test('as many as the pace allows, and the others the next time', async () => {
    expect(await draw(parts(keep, 2))).toBe(2);
    expect(await draw(parts(keep, 2))).toBe(0);
    shop.machineAt('2026-11-16T00:11:00Z');
    expect(await draw(parts(keep, 100))).toBe(4);
  });

  test('and leaves a disturbance to pass after a few', async () => {
    expect(await draw(parts(refuse('service_unavailable')))).toBe(0);
    expect(drawn).toHaveLength(3);
    expect(await draw(parts(keep))).toBe(6);
  });

  test('but not for ever what is gone or will never be taken', async () => {
    expect(await draw(parts(refuse('message_not_found')))).toBe(6);
    expect(await draw(parts(keep))).toBe(0);
  });

  test.each(['token_revoked', 'missing_scope'])(
    '%s mends: it is drawn once the bot may again',
    async (error) => {
      expect(await draw(parts(refuse(error)))).toBe(0);
      expect(await draw(parts(keep))).toBe(6);
    },
  );

  test('once more where it is not known whether a picture arrived', async () => {
    const doubted = new Set<string>();
    const lose: RedrawParts['update'] = async ({ channel }) => {
      doubted.add(channel);
      throw new Error('the connection was lost');
    };
    expect(await draw(parts(lose))).toBe(0);
    expect(await draw(parts(keep))).toBe(6);
    shop.machineAt('2026-11-16T00:30:00Z');
    expect(await draw(parts(keep))).toBe(doubted.size);
    expect(await draw(parts(keep))).toBe(0);
  });

  test('not while Slack refuses the bot, nor when the process stops', async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect(await draw(parts(keep), stopped.signal)).toBe(0);
    await suspendWorkspace(counting.database.prisma, shop.workspaceId, 'token_revoked', new Date());
    expect(await draw(parts(keep))).toBe(0);
    expect(drawn).toEqual([]);
  });
});
