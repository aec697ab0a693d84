import { describe, expect, test } from '@jest/globals';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { withBoltApp } from './support/bolt-app.ts';
import { lastPayload, logOf, post, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { recordOf } from './support/record.ts';
import { AMY, BOT, clientOf, withSimulator } from './support/simulated-company.ts';
import { input, modal, option, submit, useShortcut } from './support/views.ts';

const select = (more: Record<string, unknown> = {}) => ({
  type: 'external_select',
  min_query_length: 2,
  ...more,
});

function load(simulator: Simulator, value: string, more: Record<string, unknown> = {}) {
  const asked = { user: AMY.id, view: 'modal', action_id: 'indicator', value, ...more };
  return post(`${simulator.url}/_control/options`, asked);
}

async function openForm(simulator: Simulator, element: Record<string, unknown> = select()): Promise<void> {
  await useShortcut(simulator, { user: AMY.id, callback_id: 'any' });
  const trigger_id = String((await lastPayload(simulator)).trigger_id);
  await clientOf(simulator).views.open({
    trigger_id,
    view: modal('form', { blocks: [input('indicator', element)] }),
  });
}

// https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
describe('a select whose options the app supplies', () => {
  test('asks a real Bolt app, and its offer can be chosen', () =>
    withSimulator({}, (simulator) =>
      withBoltApp(
        simulator,
        (app) => {
          app.shortcut('any', ({ ack }) => ack());
          app.options('indicator', ({ ack, payload }) => ack({ options: [option(`${payload.value}.1`)] }));
          app.view('form', ({ ack }) => ack());
        },
        async () => {
          await openForm(simulator);
          expect((await load(simulator, 'T2')).body).toEqual({
            acknowledged_ms: expect.any(Number),
            status: 200,
            options: [option('T2.1')],
          });
          expect(await lastPayload(simulator)).toMatchObject({
            type: 'block_suggestion',
            user: { id: AMY.id },
            team: { id: 'T0TEAM' },
            api_app_id: BOT.appId,
            container: { type: 'view' },
            view: { callback_id: 'form' },
            block_id: 'indicator',
            action_id: 'indicator',
            value: 'T2',
          });
          await submit(simulator, { user: AMY.id, values: { indicator: { indicator: 'T2.1' } } });
          expect(await lastPayload(simulator)).toMatchObject({
            view: {
              state: {
                values: {
                  indicator: { indicator: { type: 'external_select', selected_option: option('T2.1') } },
                },
              },
            },
          });
          expect((await recordOf(simulator)).map(({ kind }) => kind)).toContain('options-loaded');
        },
      ),
    ));

  test('in a message carries the message', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { json: { options: [option('a')] } }, async () => {
        const element = { type: 'external_select' as const, action_id: 'indicator', min_query_length: 0 };
        const { ts } = await clientOf(simulator).chat.postMessage({
          channel: AMY.id,
          text: 'Pick',
          blocks: [{ type: 'actions', elements: [element] }],
        });
        await load(simulator, '', { view: undefined, ts });
        const payload = await lastPayload(simulator);
        expect(payload).toMatchObject({
          container: { type: 'message', message_ts: ts, channel_id: 'D0AMY' },
          channel: { id: 'D0AMY' },
          message: { ts, text: 'Pick' },
          value: '',
        });
        expect(payload).not.toHaveProperty('trigger_id');
        await tap(simulator, { user: AMY.id, ts, action_id: 'indicator', value: 'a' });
        expect(await lastPayload(simulator)).toMatchObject({ actions: [{ selected_option: option('a') }] });
      }),
    ));

  const group = (options: unknown) => ({ label: { type: 'plain_text', text: 'Group' }, options });
  const many = (count: number) => Array.from({ length: count }, (_, index) => option(String(index)));
  test.each<[string, unknown, Record<string, unknown>]>([
    ['groups', { option_groups: [group([option('a')])] }, { option_groups: [group([option('a')])] }],
    ['nothing found', { options: [] }, { options: [] }],
    ['100', { options: many(100) }, { options: many(100) }],
    ['101', { options: many(101) }, { error: expect.stringContaining('no more than 100 items') }],
    ['no options', {}, { error: expect.stringContaining('must define either') }],
    ['both', { options: [], option_groups: [] }, { error: expect.stringContaining('must define either') }],
    ['an option without a value', { options: [{}] }, { error: expect.stringContaining('missing required') }],
  ])('is offered what the app supplies: %s', (_what, json, offered) =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { json }, async () => {
        await openForm(simulator);
        const { body } = await load(simulator, 'T2');
        expect(body).toEqual({ acknowledged_ms: expect.any(Number), status: 200, ...offered });
      }),
    ),
  );

  test('does not ask for too little, nor where nothing loads', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        await openForm(simulator, select({ min_query_length: undefined }));
        const before = await logOf(simulator);
        expect((await load(simulator, 'T2')).status).toBe(400);
        expect((await load(simulator, 'T2.', { action_id: 'other' })).status).toBe(404);
        expect(await logOf(simulator)).toEqual(before);
        expect((await load(simulator, 'T2.')).body).toMatchObject({ status: 200, options: [] });
      }),
    ));

  test('says so when the app fails', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, { status: 500 }, async () => {
        await openForm(simulator);
        expect((await load(simulator, 'T2')).body).toMatchObject({ status: 500, error: 'dispatch_failed' });
      }),
    ));
});
