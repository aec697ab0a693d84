import { describe, expect, test } from '@jest/globals';
import { ephemeralsOf, lastPayload, post } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { recordOf } from './support/record.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';
import { useShortcut } from './support/views.ts';

const shortcuts = [
  { callback_id: 'start', name: 'Start check-in', type: 'global' },
  { callback_id: 'evidence', name: 'Use as evidence', type: 'message' },
] as const;

// https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
describe('a shortcut', () => {
  test('from anywhere has no channel', () =>
    withSimulator({ shortcuts }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        expect((await useShortcut(simulator, { user: AMY.id, callback_id: 'start' })).body).toMatchObject({
          status: 200,
        });
        expect(await lastPayload(simulator)).toEqual({
          type: 'shortcut',
          token: expect.any(String),
          action_ts: expect.any(String),
          team: { id: 'T0TEAM', domain: 'example' },
          user: { id: AMY.id, username: AMY.name, name: AMY.name, team_id: 'T0TEAM' },
          is_enterprise_install: false,
          enterprise: null,
          callback_id: 'start',
          trigger_id: expect.any(String),
        });
        expect(await recordOf(simulator)).toMatchObject([
          { kind: 'shortcut', user: AMY.id, status: 200, details: { callback_id: 'start' } },
        ]);
      }),
    ));

  test('on a message brings it, and a URL to answer this person', () =>
    withSimulator({ shortcuts }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const { ts } = await clientOf(simulator).chat.postMessage({ channel: AMY.id, text: 'Well done' });
        await useShortcut(simulator, { user: AMY.id, callback_id: 'evidence', ts });
        const payload = await lastPayload(simulator);
        expect(payload).toMatchObject({
          type: 'message_action',
          callback_id: 'evidence',
          user: { id: AMY.id },
          channel: { id: 'D0AMY', name: 'directmessage' },
          message_ts: ts,
          message: { type: 'message', ts, text: 'Well done' },
          trigger_id: expect.any(String),
          action_ts: expect.any(String),
        });
        await post(String(payload.response_url), { text: 'Noted' });
        expect(await ephemeralsOf(simulator, AMY.id)).toMatchObject([{ text: 'Noted' }]);
      }),
    ));

  test.each([
    ['is not registered', { callback_id: 'other' }],
    ['is for messages, used on none', { callback_id: 'evidence' }],
    ['is global, used on a message', { callback_id: 'start', ts: '1.000000' }],
    ['is used on a message that is not there', { callback_id: 'evidence', ts: '1.000000' }],
  ])('that %s is 404, and the app hears nothing', (_what, asked) =>
    withSimulator({ shortcuts }, (simulator) =>
      withPlainApp(simulator, {}, async (received) => {
        expect((await useShortcut(simulator, { user: AMY.id, ...asked })).status).toBe(404);
        expect(received).toEqual([]);
      }),
    ),
  );

  test('is not offered on what only one person sees', () =>
    withSimulator({ shortcuts }, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const client = clientOf(simulator);
        await client.conversations.open({ users: AMY.id });
        const said = await client.chat.postEphemeral({ channel: 'D0AMY', user: AMY.id, text: 'psst' });
        const asked = { user: AMY.id, callback_id: 'evidence', ts: said.message_ts };
        expect((await useShortcut(simulator, asked)).status).toBe(404);
      }),
    ));
});
