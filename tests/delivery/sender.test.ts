import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { LAST_ATTEMPT } from '../../src/delivery/backoff.ts';
import { Pace } from '../../src/delivery/pace.ts';
import { reconcile, SETTLING_MS } from '../../src/delivery/reconcile.ts';
import { sendQueued } from '../../src/delivery/sender.ts';
import type { Post, SenderParts } from '../../src/delivery/sender-parts.ts';
import { createLog } from '../../src/log.ts';
import { claimDeliveries } from '../../src/storage/deliveries/claim-deliveries.ts';
import { abandonClaims, findWorkspacesToWake } from '../../src/storage/deliveries/find-deliveries.ts';
import { moveDelivery } from '../../src/storage/deliveries/move-delivery.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';

describe.each(STORES)('the sender on $name', (store) => {
  let counting: CountingDatabase;
  let shop: Shop;
  let number = 0;
  let machineNow: Date;
  let posted: string[];

  beforeAll(async () => {
    counting = await openCounting(store);
  });

  afterAll(() => counting.remove());

  /** Three people with a queued check-in each, in a workspace of their own. */
  beforeEach(async () => {
    number += 1;
    machineNow = new Date('2026-11-18T05:00:10Z');
    posted = [];
    shop = await openShop(counting.database, `T0SEND${number}`);
    await shop.hire(['UA', 'UB', 'UC'].map((id) => ({ id, standard: RETAIL })));
    await shop.start();
    shop.at('2026-11-18T05:00:00Z');
    await planCheckIns(shop.context);
  });

  const accept: Post = async ({ recipient }) => {
    posted.push(recipient);
    return { channel: `D${recipient}`, ts: `1795000000.${String(posted.length).padStart(6, '0')}` };
  };

  const refuse =
    (error: Error): Post =>
    async ({ recipient }) => {
      posted.push(recipient);
      throw error;
    };

  const parts = (post: Post, nothingFor: string[] = []): SenderParts => {
    const everything = async (_workspace: string, subjectIds: readonly string[]) =>
      new Map(
        subjectIds
          .filter((id) => !nothingFor.includes(id))
          .map((id) => [id, { text: 'hello', blocks: [] }] as const),
      );
    return {
      database: counting.database,
      renderers: { 'check-in': everything, 'weekly-digest': everything },
      post,
      pace: new Pace(60_000, 100),
      channelPace: new Pace(60_000, 100),
      log: createLog('silent'),
      processId: '01a00000-0000-7000-8000-000000000000',
      machineNow: () => machineNow,
      random: () => 0.5,
    };
  };

  const send = (post: Post, signal = new AbortController().signal) =>
    sendQueued(parts(post), shop.workspaceId, signal);

  const rows = () =>
    counting.database.prisma.delivery.findMany({
      where: { workspaceId: shop.workspaceId },
      orderBy: { deliveryId: 'asc' },
    });

  const states = async () => (await rows()).map(({ state }) => state);

  const platformError = (error: string) => new WebAPIPlatformError({ ok: false, error });

  test('an accepted message is sent, with its channel and ts', async () => {
    expect(await send(accept)).toBe(3);
    expect((await rows()).map(({ state, channel, ts }) => ({ state, channel, ts }))[0]).toEqual({
      state: 'sent',
      channel: 'DUA',
      ts: '1795000000.000001',
    });
    expect(await send(accept)).toBe(0);
    expect(posted).toHaveLength(3);
  });

  test('promise 2: two senders at once post each message once', async () => {
    await Promise.all([send(accept), send(accept), send(accept)]);
    expect(posted.toSorted()).toEqual(['UA', 'UB', 'UC']);
  });

  test('what has nothing to say any more is cancelled, not posted', async () => {
    const [first] = await rows();
    await sendQueued(parts(accept, [first?.subjectId ?? '']), shop.workspaceId, new AbortController().signal);
    expect(await states()).toEqual(['cancelled', 'sent', 'sent']);
  });

  test('what Slack refuses for good has failed, with its reason, and is not tried again', async () => {
    await send(refuse(platformError('account_inactive')));
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
    expect((await rows())[0]?.reason).toBe('account_inactive');
    await send(accept);
    expect(posted).toHaveLength(3);
  });

  test('what Slack did not accept is queued again for later', async () => {
    await send(refuse(platformError('service_unavailable')));
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
    expect((await rows()).every(({ availableAt }) => availableAt > machineNow)).toBe(true);
    await send(accept);
    expect(posted).toHaveLength(3);
    machineNow = new Date(machineNow.getTime() + 3_600_000);
    await send(accept);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('a 429 stops the workspace until Retry-After, and counts as no attempt', async () => {
    await send(refuse(new WebAPIRateLimitedError(30)));
    expect(posted).toHaveLength(1);
    expect((await rows()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual([
      'queued 0',
      'queued 0',
      'queued 0',
    ]);
    expect(
      (await rows()).every(({ availableAt }) => availableAt.getTime() >= machineNow.getTime() + 29_000),
    ).toBe(true);
  });

  test('promise 2: an unknown outcome is uncertain, and is not sent again on a guess', async () => {
    await send(refuse(new WebAPIRequestError(new Error('socket hang up'))));
    expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    machineNow = new Date(machineNow.getTime() + 3_600_000);
    await send(accept);
    expect(posted).toHaveLength(3);
  });

  test('what cannot be rendered waits for a later attempt and is not posted', async () => {
    const broken = async () => {
      throw new Error('a standard is missing');
    };
    const { renderers, ...rest } = parts(accept);
    await sendQueued(
      { ...rest, renderers: { ...renderers, 'check-in': broken } },
      shop.workspaceId,
      new AbortController().signal,
    );
    expect(posted).toEqual([]);
    expect((await rows()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(
      Array(3).fill('queued render-failed'),
    );
  });

  test('gives up after the last attempt', async () => {
    for (let attempt = 0; attempt < LAST_ATTEMPT; attempt += 1) {
      machineNow = new Date(machineNow.getTime() + 3_600_000);
      await send(refuse(platformError('service_unavailable')));
    }
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
  });

  test('asked to stop, it puts back what it has not posted', async () => {
    const stopping = new AbortController();
    const stopAfterFirst: Post = async (delivery, message, signal) => {
      const result = await accept(delivery, message, signal);
      stopping.abort();
      return result;
    };
    await send(stopAfterFirst, stopping.signal);
    expect(await states()).toEqual(['sent', 'queued', 'queued']);
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  });

  test('one statement a message, and two a batch', async () => {
    expect(await counting.statementsOf(() => send(accept))).toBe(3 + 2);
  });

  describe('what is uncertain', () => {
    const settle = (findPosted: Parameters<typeof reconcile>[0]['findPosted']) =>
      reconcile({
        database: counting.database,
        findPosted,
        log: createLog('silent'),
        machineNow: () => machineNow,
      });

    /** Others' deliveries may be uncertain too: only this workspace's are found. */
    const foundHere =
      (found: { channel: string; ts: string } | undefined) =>
      async ({ workspaceId }: { workspaceId: string }) => {
        if (workspaceId !== shop.workspaceId) throw new Error('not asked about');
        return found;
      };

    beforeEach(async () => {
      await counting.database.prisma.delivery.deleteMany({ where: { state: 'uncertain' } });
      await send(refuse(new WebAPIRequestError(new Error('socket hang up'))));
    });

    test('is left alone until the settling time is over', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS - 1);
      await settle(foundHere(undefined));
      expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    });

    test('is adopted when the history has it', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      await settle(foundHere({ channel: 'D1', ts: '1.000001' }));
      expect((await rows()).map(({ state, ts }) => `${state} ${ts}`)).toEqual(Array(3).fill('sent 1.000001'));
    });

    test('is queued again when the history does not have it', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      await settle(foundHere(undefined));
      await send(accept);
      expect(await states()).toEqual(['sent', 'sent', 'sent']);
    });

    test('stays uncertain when the history cannot be read', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      await settle(() => Promise.reject(new Error('missing_scope')));
      expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    });
  });

  test('a dead sender: what it had claimed becomes uncertain, and the tick wakes for what is still queued', async () => {
    const { workspaceId } = shop;
    const claimed = await claimDeliveries(counting.database.prisma, {
      workspaceId,
      claimedBy: '01a00000-0000-7000-8000-000000000001',
      machineNow,
      limit: 1,
    });
    expect(claimed).toHaveLength(1);
    await abandonClaims(counting.database.prisma, new Date(machineNow.getTime() - 1));
    expect(await states()).toContain('sending');
    await abandonClaims(counting.database.prisma, new Date(machineNow.getTime() + 1));
    expect((await states()).toSorted()).toEqual(['queued', 'queued', 'uncertain']);
    expect(await findWorkspacesToWake(counting.database.prisma, machineNow)).toContain(workspaceId);
  });

  test('a final state is never left', async () => {
    await send(accept);
    const [first] = await rows();
    if (first === undefined) throw new Error('no delivery');
    const { workspaceId, deliveryId } = first;
    for (const to of ['queued', 'sending', 'uncertain', 'failed', 'cancelled'] as const) {
      expect(await moveDelivery(counting.database.prisma, { workspaceId, deliveryId, to }, machineNow)).toBe(
        false,
      );
    }
    expect((await states())[0]).toBe('sent');
  });
});
