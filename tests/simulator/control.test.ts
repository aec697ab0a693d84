import { request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { json, type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { actions, button, plainText } from '../../src/slack/blocks/build.ts';
import { LIMITS } from '../../src/slack/blocks/limits.ts';
import {
  command,
  ephemeralsOf,
  getJson,
  lastPayload,
  logOf,
  messagesOf,
  post,
  say,
  tap,
} from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BEN, BOT, clientOf, companyOptions, withSimulator } from './support/simulated-company.ts';

const named = (actionId: string, value: string) => button({ actionId, value, text: value });

async function postQuestion(simulator: Simulator): Promise<string> {
  const posted = await clientOf(simulator).chat.postMessage({
    channel: AMY.id,
    text: 'Question',
    blocks: [
      actions('first', [named('rate', 'one'), named('skip', 'skip')]),
      actions('second', [named('rate', 'two')]),
    ],
  });
  return String(posted.ts);
}

async function lastAction(simulator: Simulator): Promise<unknown> {
  const { actions } = await lastPayload(simulator);
  return Array.isArray(actions) ? actions[0] : undefined;
}

// https://docs.slack.dev/interactivity/implementing-slash-commands
describe('a slash command', () => {
  test('carries what Slack sends, as a form', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        await command(simulator, AMY.id, '/competency', 'T2.2 資安');
        expect(Object.fromEntries(new URLSearchParams(received[0]))).toMatchObject({
          command: '/competency',
          text: 'T2.2 資安',
          user_id: AMY.id,
          user_name: AMY.name,
          team_id: 'T0TEAM',
          team_domain: 'example',
          channel_id: 'D0AMY',
          channel_name: 'directmessage',
          api_app_id: BOT.appId,
          is_enterprise_install: 'false',
          response_url: expect.stringContaining(`${simulator.url}/response/`),
          trigger_id: expect.any(String),
        });
      }),
    ));

  test('acknowledged in_channel shows what was typed and the answer to both', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { json: { response_type: 'in_channel', text: 'Here' } }, async () => {
        await command(simulator, AMY.id, '/competency', 'T2.2');
        expect((await messagesOf(simulator, AMY.id)).map(({ user, text }) => [user, text])).toEqual([
          [AMY.id, '/competency T2.2'],
          [BOT.userId, 'Here'],
        ]);
      }),
    ));

  test('acknowledged with nothing shows nothing', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        await command(simulator, AMY.id, '/competency');
        expect(await ephemeralsOf(simulator, AMY.id)).toEqual([]);
      }),
    ));

  test('acknowledged with blocks that Slack refuses shows the error instead', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { json: { blocks: [{ type: 'section' }] } }, async () => {
        const { body } = await command(simulator, AMY.id, '/competency');
        expect(body.error).toMatch(/^invalid_blocks .*json-pointer:\/blocks\/0/);
        expect(await ephemeralsOf(simulator, AMY.id)).toMatchObject([
          { text: '/competency failed with the error "invalid_blocks"' },
        ]);
      }),
    ));

  test('that is not acknowledged in time shows operation_timeout', () =>
    withSimulator({ acknowledgeWithinMs: 20 }, (simulator) =>
      withPlainApp(simulator, 'never', async () => {
        const { body } = await command(simulator, AMY.id, '/competency');
        expect(body).toMatchObject({ status: 0, error: 'operation_timeout' });
        expect(await ephemeralsOf(simulator, AMY.id)).toMatchObject([
          { text: '/competency failed with the error "operation_timeout"' },
        ]);
      }),
    ));

  test.each(['/foo', '/competency2', '/<!channel>'])(
    '%s, which the app has not registered, never reaches it',
    (name) =>
      withSimulator({ commands: ['/competency'] }, (simulator) =>
        withPlainApp(simulator, {}, async (received) => {
          expect((await command(simulator, AMY.id, name, 'bar')).body).toMatchObject({
            error: 'not_a_command',
          });
          const [said, ...more] = await ephemeralsOf(simulator, AMY.id);
          expect(said?.text).toMatch(/^\/\S+ is not a valid command\./);
          expect(said?.text).not.toContain('<');
          expect({ received, more, inTheDm: await messagesOf(simulator, AMY.id) }).toEqual({
            received: [],
            more: [],
            inTheDm: [],
          });
        }),
      ),
  );

  test.each(['/competency', '/Competency', '/COMPETENCY'])('%s arrives in the registered spelling', (name) =>
    withSimulator({ commands: ['/other', '/competency'] }, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        await command(simulator, AMY.id, name, 'T2.2 Aa');
        const sent = Object.fromEntries(new URLSearchParams(received[0]));
        expect(sent).toMatchObject({ command: '/competency', text: 'T2.2 Aa' });
      }),
    ),
  );
});

// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
describe('a tap', () => {
  test('carries what Slack sends, with the message as it stands', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const ts = await postQuestion(simulator);
        await tap(simulator, { user: AMY.id, ts, action_id: 'skip' });
        expect(await lastPayload(simulator)).toMatchObject({
          type: 'block_actions',
          user: { id: AMY.id },
          api_app_id: BOT.appId,
          container: { type: 'message', message_ts: ts, channel_id: 'D0AMY', is_ephemeral: false },
          team: { id: 'T0TEAM' },
          channel: { id: 'D0AMY', name: 'directmessage' },
          message: { ts, text: 'Question', bot_id: BOT.botId },
          state: { values: {} },
          actions: [{ action_id: 'skip', block_id: 'first', type: 'button', value: 'skip' }],
        });
      }),
    ));

  test('takes the first of several elements, or the one with the value or block given', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const ts = await postQuestion(simulator);
        const name = { user: AMY.id, ts, action_id: 'rate' };
        await tap(simulator, name);
        expect(await lastAction(simulator)).toMatchObject({ block_id: 'first', value: 'one' });
        await tap(simulator, { ...name, value: 'two' });
        expect(await lastAction(simulator)).toMatchObject({ block_id: 'second', value: 'two' });
        await tap(simulator, { ...name, block_id: 'second' });
        expect(await lastAction(simulator)).toMatchObject({ block_id: 'second', value: 'two' });
      }),
    ));

  test('on an older version of the message sends the older value', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const ts = await postQuestion(simulator);
        await tap(simulator, { user: AMY.id, ts, action_id: 'skip', value: 'old' });
        expect(await lastAction(simulator)).toMatchObject({ action_id: 'skip', value: 'old' });
      }),
    ));

  test('on a message that nobody has is 404, and the app hears nothing', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        await postQuestion(simulator);
        expect((await tap(simulator, { user: AMY.id, ts: '1.000000', action_id: 'rate' })).status).toBe(404);
        expect(received).toEqual([]);
      }),
    ));

  test('sends what a hostile client makes up, also for the DM of another', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const ts = await postQuestion(simulator);
        await tap(simulator, { user: BEN.id, ts, action_id: 'admin', block_id: 'b', value: 'v' });
        expect(await lastPayload(simulator)).toMatchObject({
          user: { id: BEN.id },
          container: { channel_id: 'D0AMY', message_ts: ts },
          actions: [{ action_id: 'admin', block_id: 'b', value: 'v', type: 'button' }],
        });
      }),
    ));

  test('on a select sends the chosen option', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const option = (value: string) => ({ text: plainText(value, LIMITS.option.text), value });
        const { ts } = await clientOf(simulator).chat.postMessage({
          channel: AMY.id,
          text: 'Pick',
          blocks: [
            {
              type: 'actions',
              elements: [{ type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] }],
            },
          ],
        });
        await tap(simulator, { user: AMY.id, ts, action_id: 'pick', value: 'b' });
        expect(await lastAction(simulator)).toMatchObject({ selected_option: option('b') });
      }),
    ));

  test('that the app does not take is told to whoever tapped', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { status: 500 }, async () => {
        const ts = await postQuestion(simulator);
        const { body } = await tap(simulator, { user: AMY.id, ts, action_id: 'rate' });
        expect(body).toMatchObject({ status: 500, error: 'dispatch_failed' });
      }),
    ));
});

// https://docs.slack.dev/reference/events/message.im
test('a message to the bot arrives as a message.im event and stays in the DM', () =>
  withSimulator({}, (simulator) =>
    withPlainApp(simulator, {}, async () => {
      expect((await say(simulator, AMY.id, 'Hi')).body).toMatchObject({ status: 200 });
      const [message] = await messagesOf(simulator, AMY.id);
      expect(await lastPayload(simulator)).toMatchObject({
        type: 'event_callback',
        event_id: expect.stringMatching(/^Ev/),
        event_time: 1_794_790_800,
        authorizations: [{ team_id: 'T0TEAM', user_id: BOT.userId, is_bot: true }],
        event: {
          type: 'message',
          channel_type: 'im',
          channel: 'D0AMY',
          user: AMY.id,
          text: 'Hi',
          ts: message?.ts,
        },
      });
    }),
  ));

describe('the control', () => {
  test('tells the business time and the people', () =>
    withSimulator({}, async (simulator) => {
      expect(await getJson(simulator, '/_control/state')).toMatchObject({
        now: '2026-11-16T01:00:00.000Z',
        users: [
          { id: AMY.id, name: 'amy', real_name: AMY.real_name, tz: 'Asia/Taipei', locale: 'zh-TW' },
          {},
          {},
        ],
      });
    }));

  test('logs both directions in order', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { text: 'ok' }, async () => {
        await postQuestion(simulator);
        await command(simulator, AMY.id, '/competency');
        const log = await logOf(simulator);
        expect(log.map(({ direction, method, kind }) => [direction, method ?? kind])).toEqual([
          ['from-app', 'chat.postMessage'],
          ['to-app', 'command'],
        ]);
        expect(await getJson(simulator, '/_control/log?after=1')).toHaveLength(1);
      }),
    ));

  test.each<[string, unknown, string]>([
    ['command', { user: AMY.id, command: 'competency' }, '"command" of the body is not right'],
    ['action', { user: AMY.id }, '"action_id" of the body is not right'],
    ['action', { user: AMY.id, action_id: 'rate' }, 'Say where'],
    ['message', { user: AMY.id, text: '' }, '"text" of the body is not right'],
    ['message', '{', 'The body is not JSON.'],
  ])('refuses a wrong body for %s with a sentence: %j', (name, body, sentence) =>
    withSimulator({}, async (simulator) => {
      const reply = await post(`${simulator.url}/_control/${name}`, body);
      expect(reply.status).toBe(400);
      expect(reply.body.error).toContain(sentence);
    }),
  );

  test('knows nobody else, and says when no app is connected', () =>
    withSimulator({}, async (simulator) => {
      expect((await say(simulator, 'U0NONE', 'Hi')).status).toBe(404);
      expect((await fetch(`${simulator.url}/_control/messages?user=U0NONE`)).status).toBe(404);
      expect((await say(simulator, AMY.id, 'Hi')).status).toBe(503);
    }));

  test('keeps a connection over pauses of the app, which may be busy for long', () =>
    withSimulator({}, async (simulator) => {
      const { headers } = await fetch(`${simulator.url}/_control/state`);
      expect(headers.get('keep-alive')).toBe('timeout=600');
    }));

  test('takes routes of the demo', () =>
    withSimulator(
      {
        extraRoutes: [
          {
            method: 'POST',
            path: '/_demo/echo/:word',
            handle: ({ params, body }) => json({ ...params, body }),
          },
        ],
      },
      async (simulator) => {
        expect(await post(`${simulator.url}/_demo/echo/hi`, '{}')).toEqual({
          status: 200,
          body: { word: 'hi', body: '{}' },
        });
      },
    ));
});

describe('strangers', () => {
  test('cannot make it listen on another address', async () => {
    await expect(startSimulator(companyOptions({ host: '0.0.0.0' }))).rejects.toThrow(/this machine only/);
  });

  test.each([
    ['a name pointed here (DNS rebinding)', { host: 'evil.example' }, 403],
    ['the script of another site', { origin: 'https://evil.example' }, 403],
    ['the script of another local site', { origin: 'http://127.0.0.1:1' }, 403],
    ['nobody else', {}, 200],
  ])('are refused: %s', (_who, headers, status) =>
    withSimulator({}, async (simulator) => {
      expect(await statusOf(`${simulator.url}/_control/state`, headers)).toBe(status);
    }),
  );
});

/** `fetch` does not let a caller set these headers. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject);
    call.end();
  });
}
