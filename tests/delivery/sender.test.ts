import { beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { v7 } from 'uuid';
import { LAST_ATTEMPT } from '../../src/delivery/backoff.ts';
import { Pace } from '../../src/delivery/pace.ts';
import { type FindPosted, reconcile } from '../../src/delivery/reconcile.ts';
import { sendTurn } from '../../src/delivery/sender.ts';
import type { BotStanding, Post, RenderedMessage, SenderParts } from '../../src/delivery/sender-parts.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { resumeIfTaken } from '../../src/delivery/troubles.ts';
import type { NothingToSay } from '../../src/domain/delivery/delivery.ts';
import { createLog } from '../../src/log.ts';
import { abandonClaims } from '../../src/storage/deliveries/abandon-claims.ts';
import { claimDeliveries } from '../../src/storage/deliveries/claim-deliveries.ts';
import { findWorkspacesToWake } from '../../src/storage/deliveries/find-deliveries.ts';
import { type DeliveryMove, moveDelivery } from '../../src/storage/deliveries/move-delivery.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { renderersOf } from '../support/renderers-of.ts';
import { sharedDatabase } from '../support/shared-database.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('the sender on $name', (store) => {
  const counting = sharedDatabase(store);
  let shop: Shop;
  let number = 0;
  let machineNow: Date;
  const times = () => ({ machineNow, now: shop.context.now() });
  let posted: string[];

  /** Three people with a queued check-in each, in a workspace of their own. */
  beforeEach(async () => {
    number += 1;
    machineNow = new Date('2026-11-18T05:00:10Z');
    posted = [];
    rendered = new Map();
    standing = { standing: 'taken' };
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

  /** Swapped by a test that has something else to say. */
  let rendered: Map<string, RenderedMessage | NothingToSay>;
  /** What `auth.test` answers. */
  let standing: BotStanding;

  const parts = (post: Post): SenderParts => {
    const everything = async (_workspace: string, subjectIds: readonly string[]) =>
      new Map(subjectIds.map((id) => [id, rendered.get(id) ?? { text: 'hello', blocks: [] }] as const));
    const { database } = counting;
    const settings = {
      method: 'chat.postMessage',
      perMinute: 60_000,
      burst: 100,
      channelIntervalMs: 0,
      recoveryMs: 60_000,
    };
    return {
      database,
      renderers: renderersOf(everything),
      findBackAt: async () => new Map(),
      post,
      askStanding: async () => standing,
      pace: new Pace(database, settings),
      timings: DELIVERY_TIMINGS,
      log: createLog('silent'),
      processId: '01a00000-0000-7000-8000-000000000000',
      machineNow: () => machineNow,
      now: shop.context.now,
      random: () => 0.5,
      newId: () => v7(),
    };
  };

  const sendWith = async (given: SenderParts, signal = new AbortController().signal) =>
    (await sendTurn(given, shop.workspaceId, signal)).sent;

  const send = (post: Post, signal?: AbortSignal) => sendWith(parts(post), signal);

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
    rendered.set(first?.subjectId ?? '', 'answered');
    await send(accept);
    expect((await rows()).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'cancelled answered',
      'sent null',
      'sent null',
    ]);
    expect(posted).toHaveLength(2);
  });

  test('what Slack refuses for good has failed, with its reason, and is not tried again', async () => {
    await send(refuse(platformError('msg_too_long')));
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
    expect((await rows())[0]?.reason).toBe('msg_too_long');
    await send(accept);
    expect(posted).toHaveLength(3);
  });

  describe('an administrator', () => {
    const troubles = async () => (await rows()).filter(({ kind }) => kind === 'delivery-trouble');

    beforeEach(async () => {
      await shop.hire([{ id: 'UHR', role: 'administrator' }]);
    });

    test('is told once of a reason, not once a message, and not of a failed word to themselves', async () => {
      await send(refuse(platformError('msg_too_long')));
      expect((await troubles()).map(({ state }) => state)).toEqual(['queued']);
      machineNow = new Date(machineNow.getTime() + 61_000);
      await send(refuse(platformError('msg_too_long')));
      expect((await troubles()).map(({ state }) => state)).toEqual(['failed']);
      const [trouble] = await counting.database.prisma.trouble.findMany({
        where: { workspaceId: shop.workspaceId },
      });
      expect(trouble).toMatchObject({ reason: 'msg_too_long', failed: 3, week: '2026-W47' });
    });

    test('is told of another reason as well', async () => {
      const errors = ['msg_too_long', 'user_not_found', 'user_not_found'];
      await send(async ({ recipient }) => {
        posted.push(recipient);
        throw platformError(errors[posted.length - 1] ?? '');
      });
      expect(await troubles()).toHaveLength(2);
    });
  });

  test('a person whom Slack refuses is marked, until a message reaches them again', async () => {
    const person = () =>
      counting.database.prisma.member.findFirstOrThrow({
        where: { workspaceId: shop.workspaceId, slackUserId: 'UA' },
      });
    await send(refuse(platformError('user_disabled')));
    expect((await person()).unreachableReason).toBe('user_disabled');
    await counting.database.prisma.delivery.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { state: 'queued' },
    });
    await send(accept);
    expect((await person()).unreachableSince).toBeNull();
  });

  test('promise 1: when Slack refuses the bot itself everything waits, and goes out once it does not', async () => {
    standing = { standing: 'refused', reason: 'token_revoked' };
    const refusing = parts(refuse(platformError('token_revoked')));
    await sendWith(refusing);
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
    const asked = posted.length;
    await send(accept);
    expect(posted).toHaveLength(asked);
    expect(
      await findWorkspacesToWake(counting.database.prisma, { machineNow, now: machineNow }),
    ).not.toContain(shop.workspaceId);
    await resumeIfTaken(refusing, shop.workspaceId);
    await send(accept);
    expect(posted).toHaveLength(asked);
    standing = { standing: 'taken' };
    await resumeIfTaken(refusing, shop.workspaceId);
    await send(accept);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('an error that looks like it, while Slack knows the bot, is one message’s', async () => {
    await send(refuse(platformError('account_inactive')));
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
    await send(accept);
    expect(
      (
        await counting.database.prisma.workspace.findFirstOrThrow({
          where: { workspaceId: shop.workspaceId },
        })
      ).suspendedAt,
    ).toBeNull();
  });

  test('a newer block that the workspace does not have is left out, once', async () => {
    const [first] = await rows();
    const established = { text: 'hello', blocks: [{ type: 'section' }] };
    rendered.set(first?.subjectId ?? '', { text: 'hello', blocks: [{ type: 'table' }], established });
    const tried: string[] = [];
    await send(async (delivery, { blocks }) => {
      tried.push(...blocks.map(({ type }) => type));
      if (blocks.some(({ type }) => type === 'table')) throw platformError('invalid_blocks');
      return await accept(delivery, { text: '', blocks: [] });
    });
    expect(tried).toEqual(['table', 'section']);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
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

  test('a 429 stops the workspace until the second it named, and counts as no attempt', async () => {
    const limited = parts(async ({ recipient }) => {
      posted.push(recipient);
      throw new WebAPIRateLimitedError(30);
    });
    await sendWith(limited);
    const refused = posted.length;
    expect(
      (await rows()).map(
        ({ state, attempts, availableAt }) => `${state} ${attempts} ${availableAt.toISOString()}`,
      ),
    ).toEqual(Array(3).fill('queued 0 2026-11-18T05:00:40.000Z'));
    machineNow = new Date('2026-11-18T05:00:39.999Z');
    const turn = await sendTurn(limited, shop.workspaceId, new AbortController().signal);
    expect(turn).toEqual({ sent: 0, next: { afterMs: 1 } });
    expect(posted).toHaveLength(refused);
    machineNow = new Date('2026-11-18T05:00:40.000Z');
    await sendWith({ ...limited, post: accept });
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
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
    await sendWith({ ...rest, renderers: { ...renderers, 'check-in': broken } });
    expect(posted).toEqual([]);
    expect((await rows()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(
      Array(3).fill('queued render-failed'),
    );
  });

  test.each([
    ['an error that nobody has classified', 'new_in_2027', LAST_ATTEMPT.refusal],
    ['an outage', 'service_unavailable', LAST_ATTEMPT.outage],
  ])('gives up after the last attempt: %s', async (_what, error, last) => {
    for (let attempt = 1; attempt < last; attempt += 1) {
      machineNow = new Date(machineNow.getTime() + 3_600_000);
      await send(refuse(platformError(error)));
    }
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
    machineNow = new Date(machineNow.getTime() + 3_600_000);
    await send(refuse(platformError(error)));
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
  });

  test('promise 2: a move whose answer was lost, written again after others have claimed, changes nothing', async () => {
    const { prisma } = counting.database;
    const claim = async () =>
      await claimDeliveries(prisma, {
        workspaceId: shop.workspaceId,
        claimedBy: '01a00000-0000-7000-8000-00000000000a',
        machineNow,
        now: machineNow,
        limit: 1,
      });
    const [first] = await claim();
    if (first === undefined) throw new Error('nothing was claimed');
    const { workspaceId, deliveryId } = first;
    const release: DeliveryMove = {
      workspaceId,
      deliveryId,
      claim: first.claim,
      to: 'queued',
      attemptReturned: true,
    };
    expect(await moveDelivery(prisma, release, times())).toBe(true);
    const [second] = await claim();
    expect(second).toMatchObject({ deliveryId, attempts: first.attempts });
    expect(await moveDelivery(prisma, release, times())).toBe(false);
    expect(
      await moveDelivery(
        prisma,
        {
          workspaceId,
          deliveryId,
          claim: second?.claim ?? 0,
          to: 'sent',
          message: { channel: 'D1', ts: '1.1' },
        },
        times(),
      ),
    ).toBe(true);
  });

  test('when Slack cannot be asked whether it refuses the bot, nothing has failed for good', async () => {
    standing = { standing: 'unknown' };
    await send(refuse(platformError('token_revoked')));
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
  });

  test('a dead sender’s claims are looked at as soon as their lease is over', async () => {
    const { prisma } = counting.database;
    await claimDeliveries(prisma, {
      workspaceId: shop.workspaceId,
      claimedBy: '01a00000-0000-7000-8000-00000000000a',
      machineNow,
      now: machineNow,
      limit: 10,
    });
    machineNow = new Date(machineNow.getTime() + 5_000);
    const { next } = await sendTurn(parts(accept), shop.workspaceId, new AbortController().signal);
    expect(next).toEqual({ afterMs: DELIVERY_TIMINGS.leaseMs - 5_000 + 1 });
    machineNow = new Date(machineNow.getTime() + DELIVERY_TIMINGS.leaseMs - 5_000 + 1);
    await send(accept);
    expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
  });

  test('asked to stop, it puts back what it has not posted', async () => {
    const stopping = new AbortController();
    const stopAfterFirst: Post = async (delivery, message) => {
      const result = await accept(delivery, message);
      stopping.abort();
      return result;
    };
    const slow = {
      method: 'chat.postMessage',
      perMinute: 60,
      burst: 1,
      channelIntervalMs: 0,
      recoveryMs: 60_000,
    };
    const given = { ...parts(stopAfterFirst), pace: new Pace(counting.database, slow) };
    await sendWith(given, stopping.signal);
    expect(await states()).toEqual(['sent', 'queued', 'queued']);
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  });

  test('asked to stop, what is in flight has its grace, and then nobody knows', async () => {
    const stopping = new AbortController();
    const never: Post = () => {
      stopping.abort();
      return new Promise(() => {});
    };
    const given = parts(never);
    await sendWith({ ...given, timings: { ...given.timings, stopGraceMs: 1 } }, stopping.signal);
    expect(await states()).toContain('uncertain');
    expect(await states()).not.toContain('sending');
  });

  test('a claim that was held up too long is put back, not posted', async () => {
    let asked = 0;
    const given = parts(accept);
    await sendWith({
      ...given,
      // The process stands still between its claim and its post.
      machineNow: () => {
        asked += 1;
        return asked > 6 ? new Date(machineNow.getTime() + 60_000) : machineNow;
      },
    });
    expect(posted).toEqual([]);
    expect(await states()).toEqual(['queued', 'queued', 'queued']);
  });

  test('one statement a message, three a batch, and two a turn', async () => {
    expect(await counting.statementsOf(() => send(accept))).toBe(3 + 2 + 2);
  });

  describe('what is uncertain', () => {
    /** From the claim: its lease, then the settling time. */
    const SETTLING_MS = DELIVERY_TIMINGS.leaseMs + DELIVERY_TIMINGS.settlingMs;
    const settle = async (findPosted: FindPosted) => {
      const history = {
        method: 'conversations.history',
        perMinute: 60_000,
        burst: 100,
        channelIntervalMs: 0,
        recoveryMs: 60_000,
      };
      const historyPace = new Pace(counting.database, history);
      await reconcile(
        { ...parts(accept), findPosted, historyPace },
        shop.workspaceId,
        new AbortController().signal,
      );
    };

    const foundHere = (found: { channel: string; ts: string } | undefined) => async () => found;

    beforeEach(async () => {
      await send(refuse(new WebAPIRequestError(new Error('socket hang up'))));
    });

    test('is left alone until the settling time is over', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS - 1);
      await settle(foundHere(undefined));
      expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    });

    test('is looked for from an hour before it was claimed, whatever the clocks say', async () => {
      const claimedAt = machineNow;
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      const begins: Date[] = [];
      await settle(async ({ since }) => {
        begins.push(since);
        return undefined;
      });
      expect(begins).toEqual(Array(3).fill(new Date(claimedAt.getTime() - 3_600_000)));
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
      await settle(() => Promise.reject(platformError('internal_error')));
      expect(await states()).toEqual(['uncertain', 'uncertain', 'uncertain']);
    });

    test('without im:history it is sent again: at least once, as documented', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      await settle(() => Promise.reject(platformError('missing_scope')));
      expect((await rows()).map(({ state, reason }) => `${state} ${reason}`)).toEqual(
        Array(3).fill('queued no-history'),
      );
    });

    test('a person who was switched off meanwhile: it has failed', async () => {
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      await settle(() => Promise.reject(platformError('user_disabled')));
      expect(await states()).toEqual(['failed', 'failed', 'failed']);
    });

    test('promise 2: whoever comes late, after others went on, changes nothing', async () => {
      const [first] = await rows();
      if (first === undefined) throw new Error('no delivery');
      const { workspaceId, deliveryId } = first;
      machineNow = new Date(machineNow.getTime() + SETTLING_MS + 1);
      await settle(foundHere(undefined));
      const claim = {
        workspaceId,
        claimedBy: '01a00000-0000-7000-8000-000000000002',
        machineNow,
        now: machineNow,
        limit: 3,
      };
      await claimDeliveries(counting.database.prisma, claim);
      const late = { workspaceId, deliveryId, claim: 1, to: 'uncertain' } as const;
      expect(await moveDelivery(counting.database.prisma, late, times())).toBe(false);
      expect(await states()).toEqual(['sending', 'sending', 'sending']);
    });
  });

  test('a dead sender: what it had claimed becomes uncertain, and the tick wakes for what is still queued', async () => {
    const { workspaceId } = shop;
    const claimed = await claimDeliveries(counting.database.prisma, {
      workspaceId,
      claimedBy: '01a00000-0000-7000-8000-000000000001',
      machineNow,
      now: machineNow,
      limit: 1,
    });
    expect(claimed).toHaveLength(1);
    await abandonClaims(counting.database.prisma, new Date(machineNow.getTime() - 1));
    expect(await states()).toContain('sending');
    await abandonClaims(counting.database.prisma, new Date(machineNow.getTime() + 1));
    expect((await states()).toSorted()).toEqual(['queued', 'queued', 'uncertain']);
    expect(await findWorkspacesToWake(counting.database.prisma, { machineNow, now: machineNow })).toContain(
      workspaceId,
    );
  });

  test('a final state is never left', async () => {
    await send(accept);
    const [first] = await rows();
    if (first === undefined) throw new Error('no delivery');
    const { workspaceId, deliveryId } = first;
    for (const to of ['queued', 'sending', 'uncertain', 'failed', 'cancelled'] as const) {
      expect(
        await moveDelivery(counting.database.prisma, { workspaceId, deliveryId, claim: 1, to }, times()),
      ).toBe(false);
    }
    expect((await states())[0]).toBe('sent');
  });
});
