import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { LIMITS } from '../../src/slack/blocks/limits.ts';
import { ephemeralsOf, logOf, messagesOf, post, say } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BEN, BOT, clientOf, GONE, withSimulator } from './support/simulated-company.ts';

const Members = z.looseObject({
  members: z.array(z.looseObject({ id: z.string(), locale: z.string(), deleted: z.boolean() })),
});

const authorised = { authorization: `Bearer ${BOT.token}` };

/** What Slack's client rejects with, in one object. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'accepted',
    (error: { data?: unknown }) => error.data,
  );
}

describe('chat.postMessage, https://docs.slack.dev/reference/methods/chat.postMessage', () => {
  test('opens the DM of a person and answers with its D… id', () =>
    withSimulator({}, async (simulator) => {
      const reply = await clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'Hi' });
      expect(reply).toMatchObject({ ok: true, channel: 'D0AMY', message: { text: 'Hi', bot_id: BOT.botId } });
      const again = await clientOf(simulator).chat.postMessage({ channel: 'D0AMY', text: 'Hi again' });
      expect(again.channel).toBe('D0AMY');
      expect(await messagesOf(simulator, AMY.id)).toHaveLength(2);
    }));

  test('keeps metadata and gives every block an id', () =>
    withSimulator({}, async (simulator) => {
      const metadata = { event_type: 'delivery', event_payload: { id: 'd1' } };
      await clientOf(simulator).chat.postMessage({
        channel: AMY.id,
        text: 'Hi',
        blocks: [{ type: 'divider' }],
        metadata,
      });
      const [message] = await messagesOf(simulator, AMY.id);
      expect(message).toMatchObject({
        metadata,
        blocks: [{ type: 'divider', block_id: expect.any(String) }],
      });
    }));

  test('truncates the text where Slack does', () =>
    withSimulator({}, async (simulator) => {
      const text = 'x'.repeat(LIMITS.message.text + 1);
      const reply = await clientOf(simulator).chat.postMessage({ channel: AMY.id, text });
      expect(reply.message?.text).toHaveLength(LIMITS.message.text);
    }));

  test.each<[string, Record<string, unknown>, string]>([
    ['a channel nobody has', { channel: 'D0NONE', text: 'x' }, 'channel_not_found'],
    ['a person nobody is', { channel: 'U0NONE', text: 'x' }, 'channel_not_found'],
    ['a switched-off account', { channel: GONE.id, text: 'x' }, 'user_disabled'],
    ['itself', { channel: BOT.userId, text: 'x' }, 'cannot_dm_bot'],
    ['no text and no blocks', { channel: AMY.id }, 'no_text'],
    ['no channel', { text: 'x' }, 'invalid_arguments'],
    ['blocks that are no JSON', { channel: AMY.id, blocks: '[{' }, 'invalid_blocks_format'],
    ['metadata that is no JSON', { channel: AMY.id, text: 'x', metadata: '{' }, 'invalid_metadata_format'],
    [
      'metadata of another shape',
      { channel: AMY.id, text: 'x', metadata: { a: 1 } },
      'invalid_metadata_schema',
    ],
    [
      'metadata that is too large',
      {
        channel: AMY.id,
        text: 'x',
        metadata: { event_type: 'e', event_payload: { a: 'x'.repeat(LIMITS.message.metadataPayload) } },
      },
      'metadata_too_large',
    ],
  ])('refuses %s', (_what, given, error) =>
    withSimulator({}, async (simulator) => {
      const reply = await post(`${simulator.apiUrl}chat.postMessage`, given, authorised);
      expect(reply.body).toMatchObject({ ok: false, error });
      expect(await messagesOf(simulator, AMY.id)).toEqual([]);
    }),
  );

  test('refuses blocks with the reason and its place', () =>
    withSimulator({}, async (simulator) => {
      const refusal = await refusalOf(
        clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'x', blocks: [{ type: 'section' }] }),
      );
      expect(refusal).toMatchObject({
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0]'],
        },
      });
    }));

  test('refuses blocks that are too large together, here and in an update', () =>
    withSimulator({}, async (simulator) => {
      const { chat } = clientOf(simulator);
      const text = { type: 'mrkdwn' as const, text: 'x'.repeat(2_900) };
      const blocks = Array.from({ length: 5 }, () => ({ type: 'section' as const, text }));
      const given = { channel: AMY.id, text: 'x' };
      expect(await refusalOf(chat.postMessage({ ...given, blocks }))).toMatchObject({
        error: 'msg_blocks_too_long',
      });
      const { ts = '', channel = '' } = await chat.postMessage({ ...given, blocks: blocks.slice(1) });
      expect(await refusalOf(chat.update({ channel, ts, text: 'x', blocks }))).toMatchObject({
        error: 'msg_blocks_too_long',
      });
    }));
});

describe('chat.update, https://docs.slack.dev/reference/methods/chat.update', () => {
  const metadata = { event_type: 'delivery', event_payload: { id: 'd1' } };

  test('replaces text and blocks, and keeps metadata unless it is given', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      const posted = await client.chat.postMessage({
        channel: AMY.id,
        text: 'before',
        blocks: [{ type: 'divider' }],
        metadata,
      });
      const at = { channel: String(posted.channel), ts: String(posted.ts) };
      await client.chat.update({ ...at, text: 'after' });
      const [message] = await messagesOf(simulator, AMY.id);
      expect(message).toMatchObject({ ts: at.ts, text: 'after', metadata, edited: { user: BOT.userId } });
      expect(message?.blocks).toBeUndefined();
      await post(`${simulator.apiUrl}chat.update`, { ...at, text: 'after', metadata: {} }, authorised);
      expect((await messagesOf(simulator, AMY.id))[0]?.metadata).toBeUndefined();
    }));

  test('refuses what is not there, not its own, ephemeral, or too long', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const client = clientOf(simulator);
        await say(simulator, AMY.id, 'mine');
        const [theirs] = await messagesOf(simulator, AMY.id);
        const hidden = await client.chat.postEphemeral({ channel: 'D0AMY', user: AMY.id, text: 'psst' });
        const shown = await client.chat.postMessage({ channel: AMY.id, text: 'shown' });
        const update = (channel: string, ts: unknown, text = 'x') =>
          refusalOf(client.chat.update({ channel, ts: String(ts), text }));
        expect(await update('D0BEN', shown.ts)).toMatchObject({ error: 'channel_not_found' });
        expect(await update(AMY.id, shown.ts)).toMatchObject({ error: 'channel_not_found' });
        expect(await update('D0AMY', '1.000000')).toMatchObject({ error: 'message_not_found' });
        expect(await update('D0AMY', hidden.message_ts)).toMatchObject({ error: 'message_not_found' });
        expect(await update('D0AMY', theirs?.ts)).toMatchObject({ error: 'cant_update_message' });
        const tooLong = 'x'.repeat(LIMITS.message.updateText + 1);
        expect(await update('D0AMY', shown.ts, tooLong)).toMatchObject({ error: 'msg_too_long' });
      }),
    ));
});

describe('chat.postEphemeral, https://docs.slack.dev/reference/methods/chat.postEphemeral', () => {
  test('shows it to the person, and history does not know of it', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      await client.chat.postEphemeral({ channel: AMY.id, user: AMY.id, text: 'psst' });
      expect((await ephemeralsOf(simulator, AMY.id)).map(({ text }) => text)).toEqual(['psst']);
      expect((await client.conversations.history({ channel: 'D0AMY' })).messages).toEqual([]);
    }));

  test('refuses a person who is not in the conversation', () =>
    withSimulator({}, async (simulator) => {
      const call = clientOf(simulator).chat.postEphemeral({ channel: AMY.id, user: BEN.id, text: 'psst' });
      expect(await refusalOf(call)).toMatchObject({ error: 'user_not_in_channel' });
    }));
});

describe('conversations.open, https://docs.slack.dev/reference/methods/conversations.open', () => {
  test('opens once and says when it was open', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      expect(await client.conversations.open({ users: AMY.id })).toMatchObject({ channel: { id: 'D0AMY' } });
      expect(await client.conversations.open({ users: AMY.id })).toMatchObject({ already_open: true });
    }));

  test.each([
    ['U0NONE', 'user_not_found'],
    [GONE.id, 'user_disabled'],
    [BOT.userId, 'cannot_dm_bot'],
  ])('of %s is refused with %s', (users, error) =>
    withSimulator({}, async (simulator) => {
      expect(await refusalOf(clientOf(simulator).conversations.open({ users }))).toMatchObject({ error });
    }),
  );
});

describe('conversations.history, https://docs.slack.dev/reference/methods/conversations.history', () => {
  test('pages newest first, and shows metadata only when asked', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      const metadata = { event_type: 'delivery', event_payload: { id: 'd1' } };
      for (const text of ['one', 'two', 'three']) {
        await client.chat.postMessage({ channel: AMY.id, text, metadata });
      }
      const first = await client.conversations.history({ channel: 'D0AMY', limit: 2 });
      expect(first.messages?.map(({ text }) => text)).toEqual(['three', 'two']);
      expect(first.messages?.[0]).not.toHaveProperty('metadata');
      expect(first.has_more).toBe(true);
      const rest = await client.conversations.history({
        channel: 'D0AMY',
        cursor: first.response_metadata?.next_cursor ?? '',
        include_all_metadata: true,
      });
      expect(rest).toMatchObject({ has_more: false, messages: [{ text: 'one', metadata }] });
    }));

  test('takes a span, with its ends only when inclusive', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      const stamps: string[] = [];
      for (const text of ['one', 'two', 'three']) {
        stamps.push(String((await client.chat.postMessage({ channel: AMY.id, text })).ts));
      }
      const [oldest = '', , latest = ''] = stamps;
      const span = { channel: 'D0AMY', oldest, latest };
      const texts = async (inclusive: boolean) =>
        (await client.conversations.history({ ...span, inclusive })).messages?.map(({ text }) => text);
      expect(await texts(false)).toEqual(['two']);
      expect(await texts(true)).toEqual(['three', 'two', 'one']);
    }));

  test('of a DM that was never opened is channel_not_found', () =>
    withSimulator({}, async (simulator) => {
      const call = clientOf(simulator).conversations.history({ channel: 'D0AMY' });
      expect(await refusalOf(call)).toMatchObject({ error: 'channel_not_found' });
    }));
});

describe('users.*, https://docs.slack.dev/reference/methods/users.list', () => {
  test('users.list pages by cursor through everybody, with the locale when asked', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      const seen: unknown[] = [];
      for await (const page of client.paginate('users.list', { limit: 2, include_locale: true })) {
        const { members } = Members.parse(page);
        seen.push(...members.map(({ id, locale, deleted }) => [id, locale, deleted]));
      }
      expect(seen).toEqual([
        [AMY.id, 'zh-TW', false],
        [BEN.id, 'en-GB', false],
        [GONE.id, 'en-GB', true],
        [BOT.userId, 'en-US', false],
      ]);
    }));

  test('users.info tells the zone and its offset at the business time', () =>
    withSimulator({}, async (simulator) => {
      const { user } = await clientOf(simulator).users.info({ user: AMY.id });
      expect(user).toMatchObject({ tz: 'Asia/Taipei', tz_offset: 28_800, real_name: AMY.real_name });
      expect(user).not.toHaveProperty('locale');
      const call = clientOf(simulator).users.info({ user: 'U0NONE' });
      expect(await refusalOf(call)).toMatchObject({ error: 'user_not_found' });
    }));

  test('users.lookupByEmail finds active people only', () =>
    withSimulator({}, async (simulator) => {
      const client = clientOf(simulator);
      expect(await client.users.lookupByEmail({ email: 'AMY@example.com' })).toMatchObject({
        user: { id: AMY.id },
      });
      const call = client.users.lookupByEmail({ email: GONE.email });
      expect(await refusalOf(call)).toMatchObject({ error: 'users_not_found' });
    }));
});

describe('the Web API as a whole, https://docs.slack.dev/apis/web-api', () => {
  test('auth.test says whose token it is', () =>
    withSimulator({}, async (simulator) => {
      const reply = await clientOf(simulator).auth.test();
      expect(reply).toMatchObject({ user_id: BOT.userId, bot_id: BOT.botId, team_id: 'T0TEAM' });
    }));

  test('takes the token from the header or the body, and no other token', () =>
    withSimulator({}, async (simulator) => {
      const url = `${simulator.apiUrl}auth.test`;
      expect((await post(url, { token: BOT.token })).body).toMatchObject({ ok: true });
      expect((await post(url, {})).body).toMatchObject({ error: 'not_authed' });
      expect((await post(url, { token: 'xoxb-other' })).body).toMatchObject({ error: 'invalid_auth' });
      expect((await post(url, '{')).body).toMatchObject({ error: 'invalid_json' });
    }));

  test('does not know other methods, and says when the token lacks a scope', () =>
    withSimulator({ bot: { ...BOT, scopes: ['users:read'] } }, async (simulator) => {
      const client = clientOf(simulator);
      expect(await refusalOf(client.apiCall('chat.dance'))).toMatchObject({ error: 'unknown_method' });
      const call = client.chat.postMessage({ channel: AMY.id, text: 'x' });
      expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'chat:write' });
    }));

  test('answers 429 with Retry-After past the rate, when asked to', () =>
    withSimulator({ rateLimits: true }, async (simulator) => {
      const send = () =>
        fetch(`${simulator.apiUrl}chat.postMessage`, {
          method: 'POST',
          headers: authorised,
          body: new URLSearchParams({ channel: AMY.id, text: 'x' }),
        });
      expect((await send()).status).toBe(200);
      const second = await send();
      expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    }));

  test('writes every call down, without its token', () =>
    withSimulator({}, async (simulator) => {
      const url = `${simulator.apiUrl}chat.postMessage`;
      await post(url, { token: BOT.token, channel: AMY.id, text: 'x', blocks: '[{"type":"divider"}]' });
      await post(url, { token: BOT.token, channel: 'D0NONE', text: 'x' });
      const log = await logOf(simulator);
      expect(log).toMatchObject([
        { method: 'chat.postMessage', arguments: { blocks: [{ type: 'divider' }] }, ok: true },
        { method: 'chat.postMessage', ok: false, error: 'channel_not_found' },
      ]);
      expect(JSON.stringify(log)).not.toContain(BOT.token);
    }));
});
