import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WebAPIRequestError } from '@slack/web-api';
import { v7 } from 'uuid';
import { Pace } from '../../src/delivery/pace.ts';
import { reconcile } from '../../src/delivery/reconcile.ts';
import { redrawOwed } from '../../src/delivery/redraw-owed.ts';
import { sendTurn } from '../../src/delivery/sender.ts';
import type { Post, RenderedMessage, SenderParts } from '../../src/delivery/sender-parts.ts';
import { DELIVERY_TIMINGS } from '../../src/delivery/timings.ts';
import { resumeIfTaken } from '../../src/delivery/troubles.ts';
import type { Rating } from '../../src/domain/check-in/rating.ts';
import { LOCALES, type Locale } from '../../src/domain/people/locale.ts';
import { createLog } from '../../src/log.ts';
import { listDirectory } from '../../src/slack/client/list-directory.ts';
import {
  findPosted,
  postDelivery,
  refusedBecause,
  updateMessage,
} from '../../src/slack/client/post-delivery.ts';
import { createRenderers } from '../../src/slack/renderers.ts';
import type { CheckInForMember } from '../../src/storage/check-ins/check-in-rows.ts';
import { claimUndrawn } from '../../src/storage/check-ins/drawing.ts';
import { textsFor } from '../../src/texts/texts.ts';
import { type Draw, drawCheckIn, drawingTimes } from '../../src/usecases/draw-check-in.ts';
import { importRoster } from '../../src/usecases/import-roster.ts';
import { planCheckIns } from '../../src/usecases/plan-check-ins.ts';
import { planDigests } from '../../src/usecases/plan-digests.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import { openShop, RETAIL, type Shop } from '../support/shop.ts';
import { type CountingDatabase, openCounting, STORES } from '../support/stores.ts';
import {
  AMY,
  BEN,
  BOSS,
  type Contract,
  HR,
  messagesIn,
  NOBODY,
  openContract,
  SLACKS,
} from './support/open-contract.ts';

const [STORE] = STORES;
const WEEK = '2026-W47';
/** The hour of check-ins in London; in Taipei it is over. */
const WEDNESDAY = '2026-11-18T13:00:00Z';
const MONDAY = '2026-11-23T01:00:00Z';
const going = new AbortController().signal;

describe.each(SLACKS)('messages as the bot renders and sends them, on $name', (slack) => {
  let contract: Contract;
  let counting: CountingDatabase;
  let ids: { amy: string; ben: string; boss: string; hr: string };
  let shop: Shop;
  let number = 0;
  let machineNow: Date;
  let rendered: Map<string, RenderedMessage>;

  beforeAll(async () => {
    [contract, counting] = await Promise.all([openContract(slack), openCounting(STORE)]);
    ids = {
      amy: await contract.idOf(AMY),
      ben: await contract.idOf(BEN),
      boss: await contract.idOf(BOSS),
      hr: await contract.idOf(HR),
    };
  });

  afterAll(async () => {
    await contract.stop();
    await counting.remove();
  });

  /** Amy and Ben work to a standard, for a supervisor; their check-ins of the week are queued. */
  beforeEach(async () => {
    number += 1;
    machineNow = new Date('2026-11-18T13:00:10Z');
    rendered = new Map();
    shop = await openShop(counting.database, `T0CONTRACT${number}`);
    await hire([
      `${ids.amy},${RETAIL},${ids.boss},`,
      `${ids.ben},${RETAIL},${ids.boss},`,
      `${ids.boss},,,`,
      `${ids.hr},,,administrator`,
    ]);
    await shop.start();
    shop.at(WEDNESDAY);
    shop.machineAt(machineNow.toISOString());
    await planCheckIns(shop.context);
  });

  /** With the locale of Slack's profile, which emulate does not have. */
  async function hire(rows: readonly string[]): Promise<void> {
    const directory = (await listDirectory(contract.client)).map((user) => ({
      ...user,
      slackLocale: user.slackUserId === ids.ben ? BEN.locale : AMY.locale,
    }));
    const csv = ['slack_id,standard,supervisor,role', ...rows].join('\n');
    const imported = await importRoster(shop.context, {
      workspaceId: shop.workspaceId,
      csv,
      directory,
      dryRun: false,
    });
    expect(imported.outcome).toBe('imported');
  }

  const paceOf = (method: string) =>
    new Pace(counting.database, { method, perMinute: 60_000, burst: 100, channelIntervalMs: 0 });

  /** The sender as the program wires it; `post` and the client can be swapped. */
  function parts(post: Post = postDelivery(contract.client), client = contract.client): SenderParts {
    return {
      database: counting.database,
      renderers: createRenderers(shop.context).deliveries,
      post: async (delivery, message) => {
        rendered.set(delivery.deliveryId, message);
        return await post(delivery, message);
      },
      refusedBecause: refusedBecause(client),
      pace: paceOf('chat.postMessage'),
      timings: DELIVERY_TIMINGS,
      log: createLog('silent'),
      processId: '01a00000-0000-7000-8000-000000000000',
      machineNow: () => machineNow,
      random: () => 0.5,
      newId: () => v7(),
    };
  }

  const send = async (given = parts()) => (await sendTurn(given, shop.workspaceId, going)).sent;

  const settle = async () => {
    machineNow = new Date(machineNow.getTime() + DELIVERY_TIMINGS.settlingMs + 1);
    const given = {
      ...parts(),
      findPosted: findPosted(contract.client),
      historyPace: paceOf('conversations.history'),
    };
    await reconcile(given, shop.workspaceId, going);
  };

  const rows = () =>
    counting.database.prisma.delivery.findMany({
      where: { workspaceId: shop.workspaceId },
      orderBy: { deliveryId: 'asc' },
    });

  const states = async () => (await rows()).map(({ kind, state }) => `${kind} ${state}`);

  /** What is in somebody's DM of this workspace's deliveries, with what the database says of each. */
  async function inboxOf(recipient: string) {
    const { channel } = await contract.client.conversations.open({ users: recipient });
    const messages = await messagesIn(contract.client, String(channel?.id));
    const own = await rows();
    return messages.flatMap(({ ts, text, blocks, metadata }) => {
      const row = own.find(({ deliveryId }) => deliveryId === metadata?.event_payload.delivery_id);
      return row === undefined ? [] : [{ ts, text, blocks, channel: channel?.id, row }];
    });
  }

  /** The one message somebody has: where the database says, in full, and as it was rendered. */
  async function onlyMessageOf(recipient: string): Promise<{ text: string; words: string }> {
    const [message, ...others] = await inboxOf(recipient);
    if (message === undefined) throw new Error(`${recipient} has no message`);
    expect(others).toEqual([]);
    const { row, channel, ts, text, blocks } = message;
    expect(row).toMatchObject({ state: 'sent', channel, ts });
    const said = rendered.get(row.deliveryId);
    expect(text).toBe(said?.text);
    expect(blocks).toMatchObject(JSON.parse(JSON.stringify(said?.blocks)));
    return { text, words: JSON.stringify(blocks) };
  }

  const speak = (slackUserId: string, locale: Locale) =>
    counting.database.prisma.member.updateMany({
      where: { workspaceId: shop.workspaceId, slackUserId },
      data: { locale },
    });

  describe('what is sent arrives as it was rendered', () => {
    test.each([
      ['zh-TW', 'amy'],
      ['en', 'ben'],
    ] as const)('a check-in in %s', async (locale, who) => {
      expect(await send()).toBe(2);
      const { words } = await onlyMessageOf(ids[who]);
      expect(words).toContain(textsFor(locale).checkIn.question);
      expect(words).toMatch(/\*P\d\.\d\.\d\*/);
    });

    test.each(LOCALES)('a weekly digest with its table in %s', async (locale) => {
      await answer([5, 4, 'no-opportunity', 3]);
      shop.at(MONDAY);
      await planDigests(shop.context);
      await speak(ids.boss, locale);
      await send();
      const { text, words } = await onlyMessageOf(ids.boss);
      expect(words).toContain('"type":"table"');
      expect(words).toContain(textsFor(locale).weeklyDigest.tableTitle);
      expect(text).toContain('T1.1');
    });

    test.each(LOCALES)(
      'a word to an administrator, in %s, of somebody whom Slack does not know',
      async (locale) => {
        await speak(ids.hr, locale);
        await counting.database.prisma.member.updateMany({
          where: { workspaceId: shop.workspaceId, slackUserId: ids.ben },
          data: { slackUserId: NOBODY },
        });
        await send();
        // The word to an administrator waits a little, for whatever else fails for the same reason.
        machineNow = new Date(machineNow.getTime() + 61_000);
        await send();
        expect((await states()).toSorted()).toEqual([
          'check-in failed',
          'check-in sent',
          'delivery-trouble sent',
        ]);
        const { text } = await onlyMessageOf(ids.hr);
        expect(text).toContain(textsFor(locale).deliveryTrouble.unreachable([BEN.name]));
      },
    );
  });

  let taps = 0;
  async function answer(answers: readonly Rating[]): Promise<void> {
    const { checkIn } = await shop.checkInOf(ids.amy, WEEK);
    for (const [position, given] of answers.entries()) {
      taps += 1;
      await recordRating(shop.context, {
        workspaceId: shop.workspaceId,
        slackUserId: ids.amy,
        checkInId: checkIn.checkInId,
        position,
        answer: given,
        actionTs: `${1_795_000_000 + taps}.000000`,
      });
    }
  }

  test('promise 2: what arrived without an answer is adopted, not posted again', async () => {
    const arrives = postDelivery(contract.client);
    await send(
      parts(async (delivery, message) => {
        await arrives(delivery, message);
        throw new WebAPIRequestError(new Error('socket hang up'));
      }),
    );
    expect(await states()).toEqual(['check-in uncertain', 'check-in uncertain']);
    await settle();
    await send();
    await onlyMessageOf(ids.amy);
    await onlyMessageOf(ids.ben);
  });

  test('promise 1: what never arrived is posted after all', async () => {
    await send(parts(() => Promise.reject(new WebAPIRequestError(new Error('socket hang up')))));
    expect(await inboxOf(ids.amy)).toEqual([]);
    await settle();
    await send();
    await onlyMessageOf(ids.amy);
    await onlyMessageOf(ids.ben);
  });

  test('promise 1: without a token everything waits, and goes out once there is one', async () => {
    const without = contract.clientWith('');
    const refused = parts(postDelivery(without), without);
    await send(refused);
    await resumeIfTaken(refused, shop.workspaceId);
    await send();
    expect(await states()).toEqual(['check-in queued', 'check-in queued']);
    await resumeIfTaken(parts(), shop.workspaceId);
    await send();
    await onlyMessageOf(ids.amy);
    await onlyMessageOf(ids.ben);
  });

  test('an answered check-in is redrawn where it is, and says so', async () => {
    await send();
    await answer([5, 4, 3, 2]);
    await counting.database.prisma.checkIn.updateMany({
      where: { workspaceId: shop.workspaceId },
      data: { drawingUntil: null },
    });
    const redraws = {
      claim: (workspace: string, limit: number) =>
        claimUndrawn(counting.database.prisma, workspace, limit, drawingTimes(shop.context)),
      drawWith: (state: CheckInForMember, draw: Draw) => drawCheckIn(shop.context, state, draw),
      render: createRenderers(shop.context).checkIn,
      update: updateMessage(contract.client),
      pace: paceOf('chat.update'),
      timings: DELIVERY_TIMINGS,
      log: createLog('silent'),
      machineNow: () => machineNow,
    };
    expect(await redrawOwed(redraws, shop.workspaceId, going)).toBe(1);
    const [message, ...others] = await inboxOf(ids.amy);
    expect(others).toEqual([]);
    const { message: place } = await shop.checkInOf(ids.amy, WEEK);
    expect(message).toMatchObject({ channel: place?.channel, ts: place?.ts });
    expect(message?.text).toBe(textsFor('zh-TW').checkIn.thanks(4));
    expect(JSON.stringify(message?.blocks)).toContain(textsFor('zh-TW').checkIn.thanks(4));
  });
});
