import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { ephemeralsOf, getJson, lastPayload, post, say, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BOT, clientOf, withSimulator } from './support/simulated-company.ts';
import { useShortcut } from './support/views.ts';

const channels = [
  { id: 'C0SHOP', name: 'shop', bot_is_member: true },
  { id: 'C0ELSE', name: 'elsewhere', bot_is_member: false },
  { id: 'C0LEAD', name: 'leads', is_private: true, bot_is_member: true },
  { id: 'C0HIDE', name: 'hidden', is_private: true, bot_is_member: false },
];

async function write(
  simulator: Simulator,
  channel: string,
  text = 'Hello',
): Promise<Record<string, unknown>> {
  return (await post(`${simulator.url}/_control/message`, { user: AMY.id, text, channel })).body;
}

const refused = (error: string) => ({ data: { error } });

describe('what is written in a channel', () => {
  test.each([
    ['C0SHOP', 'channel'],
    ['C0LEAD', 'group'],
  ])('reaches the app in %s, where its bot is', (channel, channel_type) =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { ts, status } = await write(simulator, channel);
        expect(status).toBe(200);
        expect(await lastPayload(simulator)).toMatchObject({
          event: { type: 'message', channel, channel_type, user: AMY.id, text: 'Hello', ts },
        });
      }),
    ),
  );

  test.each(['C0ELSE', 'C0HIDE'])('does not in %s, where it is not', (channel) =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        const { ts, ...taken } = await write(simulator, channel);
        expect(taken).toEqual({ acknowledged_ms: 0, status: 0 });
        expect(received).toEqual([]);
        expect(await getJson(simulator, `/_control/messages?channel=${channel}`)).toMatchObject([
          { ts, user: AMY.id, text: 'Hello' },
        ]);
      }),
    ),
  );

  test('is not told to an app that has not subscribed to it', () =>
    withSimulator({ channels, events: ['message.im'] }, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        const { ts: _ts, ...taken } = await write(simulator, 'C0SHOP');
        expect(taken).toEqual({ acknowledged_ms: 0, status: 0 });
        expect(received).toEqual([]);
        expect((await say(simulator, AMY.id, 'Hi')).body).toMatchObject({ status: 200 });
      }),
    ));

  test('is kept over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    const options = { channels, journalFile: join(folder, 'slack.jsonl') };
    try {
      await withSimulator(options, async (simulator) => void (await write(simulator, 'C0ELSE')));
      await withSimulator(options, async (simulator) => {
        expect(await getJson(simulator, '/_control/messages?channel=C0ELSE')).toMatchObject([
          { text: 'Hello' },
        ]);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('a channel that is not there is 404', () =>
    withSimulator({ channels }, async (simulator) => {
      const asked = { user: AMY.id, text: 'x', channel: 'C0NONE' };
      expect((await post(`${simulator.url}/_control/message`, asked)).status).toBe(404);
      expect((await fetch(`${simulator.url}/_control/messages?channel=C0NONE`)).status).toBe(404);
    }));
});

// https://docs.slack.dev/reference/methods/chat.getPermalink
describe('chat.getPermalink', () => {
  const cases: [channel: string, error: string | undefined][] = [
    ['C0SHOP', undefined],
    ['C0ELSE', undefined],
    ['C0LEAD', undefined],
    ['C0HIDE', 'channel_not_found'],
  ];
  test.each(cases)('of a message in %s: %s', (channel, error) =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const message_ts = String((await write(simulator, channel)).ts);
        const link = clientOf(simulator).chat.getPermalink({ channel, message_ts });
        await (error === undefined
          ? expect(link).resolves.toMatchObject({
              channel,
              permalink: `https://example.slack.com/archives/${channel}/p${message_ts.replace('.', '')}`,
            })
          : expect(link).rejects.toMatchObject(refused(error)));
      }),
    ),
  );

  test('of a DM with the bot, and of what is not there', () =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { ts } = (await say(simulator, AMY.id, 'Hi')).body;
        const { chat } = clientOf(simulator);
        const link = (channel: string, message_ts: unknown) =>
          chat.getPermalink({ channel, message_ts: String(message_ts) });
        await expect(link('D0AMY', ts)).resolves.toMatchObject({
          permalink: `https://example.slack.com/archives/D0AMY/p${String(ts).replace('.', '')}`,
        });
        await expect(link('D0AMY', '1.000000')).rejects.toMatchObject(refused('message_not_found'));
        await expect(link('C0SHOP', '1.000000')).rejects.toMatchObject(refused('message_not_found'));
        await expect(link('C0NONE', ts)).rejects.toMatchObject(refused('channel_not_found'));
      }),
    ));
});

// https://docs.slack.dev/reference/methods/conversations.info
describe('conversations.info', () => {
  test('tells of channels, but not of private ones that the bot is not in', () =>
    withSimulator({ channels }, async (simulator) => {
      const { conversations } = clientOf(simulator);
      const about = async (channel: string) => (await conversations.info({ channel })).channel;
      expect(await about('C0SHOP')).toMatchObject({
        id: 'C0SHOP',
        name: 'shop',
        is_channel: true,
        is_private: false,
        is_im: false,
        is_member: true,
      });
      expect(await about('C0ELSE')).toMatchObject({ is_channel: true, is_member: false });
      expect(await about('C0LEAD')).toMatchObject({ is_group: true, is_private: true, is_member: true });
      await conversations.open({ users: AMY.id });
      expect(await about('D0AMY')).toMatchObject({ id: 'D0AMY', is_im: true, user: AMY.id });
      await expect(about('C0HIDE')).rejects.toMatchObject(refused('channel_not_found'));
      await expect(about('C0NONE')).rejects.toMatchObject(refused('channel_not_found'));
    }));

  test.each([
    ['C0SHOP', 'channels:read'],
    ['C0LEAD', 'groups:read'],
    ['D0AMY', 'im:read'],
  ])('of %s needs the scope %s', (channel, needed) =>
    withSimulator({ channels, bot: { ...BOT, scopes: ['im:write'] } }, async (simulator) => {
      await expect(clientOf(simulator).conversations.info({ channel })).rejects.toMatchObject({
        data: { error: 'missing_scope', needed },
      });
    }),
  );
});

describe('the bot in a channel', () => {
  test('writes and reads where it is, and nowhere else', () =>
    withSimulator({ channels }, async (simulator) => {
      const { chat, conversations } = clientOf(simulator);
      await chat.postMessage({ channel: 'C0SHOP', text: 'From the bot' });
      expect((await conversations.history({ channel: 'C0SHOP' })).messages).toMatchObject([
        { text: 'From the bot' },
      ]);
      for (const [channel, error] of [
        ['C0ELSE', 'not_in_channel'],
        ['C0HIDE', 'channel_not_found'],
      ] as const) {
        await expect(chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject(refused(error));
        await expect(conversations.history({ channel })).rejects.toMatchObject(refused(error));
      }
    }));

  test('hears of taps there', () =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const button = {
          type: 'button' as const,
          action_id: 'go',
          text: { type: 'plain_text' as const, text: 'Go' },
        };
        const { ts } = await clientOf(simulator).chat.postMessage({
          channel: 'C0SHOP',
          text: 'Go',
          blocks: [{ type: 'actions', elements: [button] }],
        });
        await tap(simulator, { user: AMY.id, ts, action_id: 'go' });
        expect(await lastPayload(simulator)).toMatchObject({
          container: { channel_id: 'C0SHOP', message_ts: ts },
          channel: { id: 'C0SHOP', name: 'shop' },
        });
      }),
    ));

  test('tells one person something there', () =>
    withSimulator({ channels }, async (simulator) => {
      await clientOf(simulator).chat.postEphemeral({ channel: 'C0SHOP', user: AMY.id, text: 'psst' });
      expect(await ephemeralsOf(simulator, AMY.id)).toMatchObject([{ text: 'psst' }]);
      expect(await getJson(simulator, '/_control/messages?channel=C0SHOP')).toEqual([]);
    }));

  test.each([
    ['C0ELSE', 'elsewhere'],
    ['C0HIDE', 'privategroup'],
  ])('hears of a message shortcut in %s, where it is not', (channel, name) =>
    withSimulator({ channels }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { ts } = await write(simulator, channel);
        await useShortcut(simulator, { user: AMY.id, callback_id: 'evidence', channel, ts });
        expect(await lastPayload(simulator)).toMatchObject({
          type: 'message_action',
          channel: { id: channel, name },
          message: { ts, user: AMY.id, text: 'Hello' },
        });
      }),
    ),
  );
});
