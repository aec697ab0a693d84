import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { RenderedMessage } from '../../src/delivery/sender-parts.ts';
import { section } from '../../src/slack/blocks/build.ts';
import {
  askStanding,
  findPosted,
  postDelivery,
  updateMessage,
} from '../../src/slack/client/post-delivery.ts';
import { BOT, WRONG_TOKEN } from './support/contract-slack.ts';
import {
  AMY,
  BEN,
  BOSS,
  type Contract,
  MANIFEST_SCOPES,
  messagesIn,
  NOBODY,
  openContract,
  SLACKS,
  verdictOn,
} from './support/open-contract.ts';

const say = (text: string): RenderedMessage => ({ text, blocks: [section(text)] });

/** One of the Slacks goes by this machine's clock, the other by a story's. */
const BEFORE_BOTH = new Date('2026-01-01T00:00:00Z');

describe.each(SLACKS)('what the bot posts, on $name', (slack) => {
  let contract: Contract;
  let amy: string;

  beforeAll(async () => {
    contract = await openContract(slack);
    amy = await contract.idOf(AMY);
  });

  afterAll(() => contract.stop());

  const post = (text: string, deliveryId = v7(), recipient = amy) =>
    postDelivery(contract.client)({ recipient, deliveryId }, say(text));

  const find = (deliveryId: string, recipient = amy) =>
    findPosted(contract.client)({ recipient, deliveryId, since: BEFORE_BOTH });

  describe('a check-in', () => {
    test('is in the DM of its person, marked with its delivery’s id and nothing else', async () => {
      const deliveryId = v7();
      const { channel, ts } = await post('這週的自評', deliveryId);
      expect(channel).toMatch(/^D/);
      const [message] = await messagesIn(contract.client, channel);
      expect(message).toMatchObject({ ts, text: '這週的自評', blocks: say('這週的自評').blocks });
      expect(message?.metadata).toEqual({
        event_type: 'competency_bot_delivery',
        event_payload: { delivery_id: deliveryId },
      });
    });

    test('goes to the same DM every time, and to each person’s own', async () => {
      const ben = await contract.idOf(BEN);
      const places = [await post('first'), await post('second'), await post('for Ben', v7(), ben)];
      const [first, second, other] = places.map(({ channel }) => channel);
      expect(second).toBe(first);
      expect(other).not.toBe(first);
      expect(new Set(places.map(({ ts }) => ts)).size).toBe(3);
    });
  });

  describe('what was posted', () => {
    test('is found again by its id, where it is', async () => {
      const deliveryId = v7();
      const place = await post('found', deliveryId);
      await post('something newer');
      expect(await find(deliveryId)).toEqual(place);
    });

    test('is found in a long conversation, because the newest come first', async () => {
      const { channel } = await post('the first of many');
      for (let older = 0; older < 120; older += 1) {
        await contract.client.chat.postMessage({ channel, text: `older ${older}` });
      }
      const deliveryId = v7();
      const place = await post('the newest', deliveryId);
      expect(await find(deliveryId)).toEqual(place);
    });

    test('is found below 120 newer messages, page by page', async () => {
      const deliveryId = v7();
      const place = await post('soon far up', deliveryId);
      for (let newer = 0; newer < 120; newer += 1) {
        await contract.client.chat.postMessage({ channel: place.channel, text: `newer ${newer}` });
      }
      expect(await find(deliveryId)).toEqual(place);
    });

    test('is absent where nothing was posted with that id, in a DM with messages and in one without', async () => {
      await post('another');
      expect(await find(v7())).toBeUndefined();
      expect(await find(v7(), await contract.idOf(BOSS))).toBeUndefined();
    });

    test('is not found in the DM of somebody else', async () => {
      const deliveryId = v7();
      await post('only for her', deliveryId);
      expect(await find(deliveryId, await contract.idOf(BEN))).toBeUndefined();
    });

    test('is changed in place, and still found by its id', async () => {
      const deliveryId = v7();
      const place = await post('before', deliveryId);
      const before = (await messagesIn(contract.client, place.channel)).length;
      await updateMessage(contract.client)(place, say('after'));
      const messages = await messagesIn(contract.client, place.channel);
      expect(messages).toHaveLength(before);
      expect(messages.find(({ ts }) => ts === place.ts)).toMatchObject({
        text: 'after',
        blocks: say('after').blocks,
      });
      expect(await find(deliveryId)).toEqual(place);
    });

    test('is not changed where it is not, and the bot can tell', async () => {
      const { channel } = await post('here');
      const update = updateMessage(contract.client)({ channel, ts: '1.000001' }, say('x'));
      expect(await verdictOn(update)).toMatchObject({ reason: 'message_not_found' });
    });
  });

  describe('what Slack refuses for good', () => {
    test.each([
      ['somebody unknown', NOBODY],
      // `cannot_dm_bot` of our simulator, `channel_not_found` of emulate: what follows from them is the same.
      ['the bot itself', BOT.userId],
    ])('a message to %s concerns that person', async (_whom, recipient) => {
      const verdict = await verdictOn(post('x', v7(), recipient));
      expect(verdict).toMatchObject({ outcome: 'permanent', concerns: 'member' });
    });

    test('looking for one in the DM of somebody unknown concerns that person', async () => {
      expect(await verdictOn(find(v7(), NOBODY))).toEqual({
        outcome: 'permanent',
        reason: 'user_not_found',
        concerns: 'member',
      });
    });

    test('a message that says nothing concerns that message', async () => {
      const nothing = postDelivery(contract.client)(
        { recipient: amy, deliveryId: v7() },
        { text: '', blocks: [] },
      );
      expect(await verdictOn(nothing)).toEqual({
        outcome: 'permanent',
        reason: 'no_text',
        concerns: 'message',
      });
    });
  });

  describe('the bot itself', () => {
    test('is not refused with its token', async () => {
      expect(await askStanding(contract.client)()).toEqual({ standing: 'taken' });
    });

    test.each([
      ['a wrong token', WRONG_TOKEN, 'invalid_auth'],
      ['no token', '', 'not_authed'],
    ])('is refused with %s, and says why', async (_what, token, reason) => {
      expect(await askStanding(contract.clientWith(token))()).toEqual({ standing: 'refused', reason });
    });

    test('a post without a token concerns the whole workspace', async () => {
      const nobody = postDelivery(contract.clientWith(''));
      expect(await verdictOn(nobody({ recipient: amy, deliveryId: v7() }, say('x')))).toEqual({
        outcome: 'permanent',
        reason: 'not_authed',
        concerns: 'workspace',
      });
    });

    test.each([
      ['chat:write', 'post'],
      ['im:history', 'find'],
      ['im:write', 'find'],
    ] as const)('without %s it may not %s, which is no fault of the person', async (scope, act) => {
      const lacking = await openContract(slack, { scopes: MANIFEST_SCOPES.filter((each) => each !== scope) });
      try {
        const delivery = { recipient: await lacking.idOf(AMY), deliveryId: v7() };
        const call =
          act === 'post'
            ? postDelivery(lacking.client)(delivery, say('x'))
            : findPosted(lacking.client)({ ...delivery, since: BEFORE_BOTH });
        expect(await verdictOn(call)).toEqual({
          outcome: 'permanent',
          reason: 'missing_scope',
          concerns: 'message',
        });
      } finally {
        await lacking.stop();
      }
    });
  });
});
