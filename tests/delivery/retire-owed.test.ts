import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIPlatformError } from '@slack/web-api';
import { Pace } from '../../src/delivery/pace.ts';
import { type RetireParts, retireOwed } from '../../src/delivery/retire-owed.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { createRenderers } from '../../src/slack/renderers.ts';
import { suspendWorkspace } from '../../src/storage/people/suspensions.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { claimEnded, recordRetired } from '../../src/usecases/retire-reminders.ts';
import { skipCheckIn } from '../../src/usecases/skip-check-in.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';

const never = new AbortController().signal;
const CLOSED = '2026-11-25T00:00+08:00';

describe.each(STORES)('the tick ends reminders of what asks no more, on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;
  let number = 0;
  /** What each reminder was made into, by its channel. */
  let ended: Record<string, string[]>;

  beforeAll(async () => {
    counting = await openCounting(store);
  });
  afterAll(() => counting.remove());

  /** Everybody was reminded; one has answered, one has skipped, one has begun, one did nothing. */
  beforeEach(async () => {
    number += 1;
    ended = {};
    shop = await openShop(counting.database, `T0END${number}`);
    await shop.hire(['U0DONE', 'U0SKIP', 'U0SOME', 'U0IDLE'].map((id) => ({ id, standard: RETAIL })));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
    for (const state of await shop.checkInsOf('2026-W47')) {
      const { slackUserId } = state.recipient;
      const { workspaceId, memberId, checkInId } = state.checkIn;
      const deliveryId = shop.context.newId();
      await counting.database.prisma.delivery.create({
        data: {
          workspaceId,
          deliveryId,
          key: `reminder:${checkInId}:1`,
          kind: 'check-in-reminder',
          memberId,
          subjectId: checkInId,
          state: 'sent',
          createdAt: new Date(0),
          availableAt: new Date(0),
          channel: `D${slackUserId}`,
          ts: '1795053600.000002',
        },
      });
    }
    await answer('U0DONE', [0, 1, 2, 3]);
    await answer('U0SOME', [0, 1]);
    await skipCheckIn(shop.context, { ...(await own('U0SKIP')), written: '' });
  });

  const own = async (slackUserId: string) => ({
    workspaceId: shop.workspaceId,
    slackUserId,
    checkInId: (await shop.checkInOf(slackUserId, '2026-W47')).checkIn.checkInId,
  });
  async function answer(who: string, positions: readonly number[]) {
    for (const position of positions) {
      const actionTs = `1795053700.00000${position}`;
      await recordRating(shop.context, { ...(await own(who)), position, answer: 4, actionTs });
    }
  }
  const keep: RetireParts['update'] = async ({ channel }, { text }) => {
    ended[channel] = [...(ended[channel] ?? []), text];
  };
  const refuse =
    (error: string): RetireParts['update'] =>
    async ({ channel }) => {
      ended[channel] = [...(ended[channel] ?? []), error];
      throw new WebAPIPlatformError({ ok: false, error });
    };
  const retire = (update: RetireParts['update'], { burst = 100, signal = never } = {}) =>
    retireOwed(
      {
        claim: (workspaceId) => claimEnded(shop.context, { workspaceId }),
        record: (workspaceId, retired) => recordRetired(shop.context, workspaceId, retired),
        render: createRenderers(shop.context).endedReminder,
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
      },
      shop.workspaceId,
      signal,
    );

  test('once and as one line; those of what still asks at its closing', async () => {
    expect(await retire(keep)).toBe(2);
    expect(ended).toEqual({
      DU0DONE: ['這則提醒用完了。第 47 週的自評請看原本那則自評訊息。'],
      DU0SKIP: ['這則提醒用完了。第 47 週的自評請看原本那則自評訊息。'],
    });
    expect(await retire(keep)).toBe(0);
    ended = {};
    shop.at(CLOSED);
    expect(await retire(keep)).toBe(2);
    expect(ended).toEqual({ DU0SOME: ['第 47 週的自評已經截止。'], DU0IDLE: ['第 47 週的自評已經截止。'] });
    shop.machineAt('2026-11-16T01:00:00Z');
    expect(await retire(keep)).toBe(0);
  });

  test('and where nothing is left to ask, because the standards are gone', async () => {
    const { checkInId } = await own('U0IDLE');
    await counting.database.prisma.checkInItem.updateMany({
      where: { checkInId },
      data: { closedAt: new Date(0) },
    });
    await retire(keep);
    expect(ended.DU0IDLE?.[0]).toContain('第 47 週的自評當時沒有要作答的項目');
  });

  test('as many as the pace allows, and the others later', async () => {
    expect(await retire(keep, { burst: 1 })).toBe(1);
    shop.machineAt('2026-11-16T00:11:00Z');
    expect(await retire(keep)).toBe(1);
    expect(Object.keys(ended).sort()).toEqual(['DU0DONE', 'DU0SKIP']);
  });

  test('one that is gone is given up; a disturbance is left to pass, and tried again after a while', async () => {
    expect(await retire(refuse('message_not_found'))).toBe(2);
    expect(await retire(keep)).toBe(0);
    shop.at(CLOSED);
    ended = {};
    expect(await retire(refuse('service_unavailable'))).toBe(0);
    expect(await retire(keep)).toBe(0);
    shop.machineAt('2026-11-16T00:11:00Z');
    expect(await retire(keep)).toBe(2);
    expect(ended.DU0SOME).toEqual(['service_unavailable', '第 47 週的自評已經截止。']);
  });

  test('two processes at once end each of them once', async () => {
    shop.at(CLOSED);
    await Promise.all([retire(keep), retire(keep)]);
    expect(Object.values(ended).map((texts) => texts.length)).toEqual([1, 1, 1, 1]);
  });

  test('not while Slack refuses the bot, nor when the process stops, nor of whoever has left', async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect(await retire(keep, { signal: stopped.signal })).toBe(0);
    shop.machineAt('2026-11-16T00:11:00Z');
    await counting.database.prisma.member.updateMany({
      where: { workspaceId: shop.workspaceId, slackUserId: 'U0SKIP' },
      data: { active: false },
    });
    expect(await retire(keep)).toBe(1);
    await suspendWorkspace(counting.database.prisma, shop.workspaceId, 'token_revoked', new Date());
    shop.at(CLOSED);
    expect(await retire(keep)).toBe(0);
    expect(Object.keys(ended)).toEqual(['DU0DONE']);
  });

  test('where nothing has ended it costs one statement', async () => {
    await retire(keep);
    expect(await counting.statementsOf(() => retire(keep))).toBe(1);
  });
});
