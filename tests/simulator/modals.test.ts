import { describe, expect, test } from '@jest/globals';
import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { lastPayload } from './support/control.ts';
import { AMY, BOT, withSimulator } from './support/simulated-company.ts';
import { callbackIds, modal, submit, useShortcut, viewsOf } from './support/views.ts';

/** An app that opens the modal `first` by a shortcut, and answers every submission in one way. */
function withModalApp(
  answer: ViewResponseAction | undefined,
  story: (simulator: Simulator) => Promise<void>,
  register: (app: App) => void = () => {},
): Promise<void> {
  return withSimulator({}, (simulator) =>
    withBoltApp(
      simulator,
      (app) => {
        app.shortcut('open', async ({ ack, client, shortcut }) => {
          await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('first') });
          await ack();
        });
        app.view<ViewSubmitAction>(/.*/, ({ ack }) => ack(answer));
        register(app);
      },
      async () => {
        expect((await useShortcut(simulator, { user: AMY.id, callback_id: 'open' })).body.status).toBe(200);
        await story(simulator);
      },
    ),
  );
}

const filledIn = { user: AMY.id, values: { note: { note: 'It went well' } } };

// https://docs.slack.dev/surfaces/modals
describe('a modal of a real Bolt app', () => {
  test('is opened by a shortcut, filled in and submitted', () =>
    withModalApp(undefined, async (simulator) => {
      expect(await callbackIds(simulator, AMY.id)).toEqual(['first']);
      expect((await submit(simulator, filledIn)).body).toEqual({
        acknowledged_ms: expect.any(Number),
        status: 200,
      });
      expect(await lastPayload(simulator)).toMatchObject({
        type: 'view_submission',
        user: { id: AMY.id, team_id: 'T0TEAM' },
        team: { id: 'T0TEAM', domain: 'example' },
        api_app_id: BOT.appId,
        trigger_id: expect.any(String),
        response_urls: [],
        view: {
          type: 'modal',
          callback_id: 'first',
          previous_view_id: null,
          state: { values: { note: { note: { type: 'plain_text_input', value: 'It went well' } } } },
        },
      });
      expect(await callbackIds(simulator, AMY.id)).toEqual([]);
    }));

  test('stays open with errors at their inputs and keeps what was typed', () =>
    withModalApp({ response_action: 'errors', errors: { note: 'Say more' } }, async (simulator) => {
      expect((await submit(simulator, filledIn)).body).toMatchObject({
        response_action: 'errors',
        errors: { note: 'Say more' },
      });
      const [open] = (await viewsOf(simulator, AMY.id)).modals;
      expect(open).toMatchObject({
        errors: { note: 'Say more' },
        state: { values: { note: { note: { value: 'It went well' } } } },
      });
    }));

  test('is replaced in its place by an update', () =>
    withModalApp({ response_action: 'update', view: modal('second') }, async (simulator) => {
      const [before] = (await viewsOf(simulator, AMY.id)).modals;
      expect((await submit(simulator, filledIn)).body).toMatchObject({ response_action: 'update' });
      const [after, ...others] = (await viewsOf(simulator, AMY.id)).modals;
      expect(others).toEqual([]);
      expect(after).toMatchObject({ id: before?.id, callback_id: 'second' });
      expect(after?.hash).not.toBe(before?.hash);
    }));

  test('lies under what is pushed onto it, and a fourth view is not taken', () =>
    withModalApp({ response_action: 'push', view: modal('pushed') }, async (simulator) => {
      await submit(simulator, filledIn);
      await submit(simulator, filledIn);
      const [first, second, third] = (await viewsOf(simulator, AMY.id)).modals;
      expect(third).toMatchObject({ root_view_id: first?.id, previous_view_id: second?.id });
      expect((await submit(simulator, filledIn)).body.error).toBe('push_limit_reached');
      expect(await callbackIds(simulator, AMY.id)).toEqual(['first', 'pushed', 'pushed']);
    }));
});
