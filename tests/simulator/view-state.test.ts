import { describe, expect, test } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { lastPayload, tap } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, BEN, clientOf, withSimulator } from './support/simulated-company.ts';
import { input, modal, option, submit, useShortcut, viewsOf } from './support/views.ts';

type Element = Record<string, unknown>;
const options = [option('a'), option('b')];
const grouped = { option_groups: [{ label: { type: 'plain_text', text: 'g' }, options }] };

/** What an element holds at first, what a script says for a choice there, and what it holds then. */
const HOLDS: [type: string, element: Element, first: Element, chosen: unknown, then: Element][] = [
  ['plain_text_input', {}, { value: null }, 'x', { value: 'x' }],
  ['plain_text_input', { initial_value: 'first' }, { value: 'first' }, '', { value: null }],
  ['number_input', { is_decimal_allowed: true }, { value: null }, 4.5, { value: '4.5' }],
  ['url_text_input', {}, { value: null }, 'https://example.com', { value: 'https://example.com' }],
  ['email_text_input', {}, { value: null }, 'a@example.com', { value: 'a@example.com' }],
  ['static_select', { options }, { selected_option: null }, 'b', { selected_option: option('b') }],
  ['static_select', grouped, { selected_option: null }, 'b', { selected_option: option('b') }],
  [
    'radio_buttons',
    { options, initial_option: option('a') },
    { selected_option: option('a') },
    'b',
    { selected_option: option('b') },
  ],
  ['checkboxes', { options }, { selected_options: [] }, ['a', 'b'], { selected_options: options }],
  ['multi_static_select', { options }, { selected_options: [] }, ['a'], { selected_options: [option('a')] }],
  [
    'datepicker',
    { initial_date: '2026-11-18' },
    { selected_date: '2026-11-18' },
    '2026-11-19',
    { selected_date: '2026-11-19' },
  ],
  ['timepicker', {}, { selected_time: null }, '09:30', { selected_time: '09:30' }],
  [
    'datetimepicker',
    { initial_date_time: 1_794_790_800 },
    { selected_date_time: 1_794_790_800 },
    1_794_790_801,
    { selected_date_time: 1_794_790_801 },
  ],
  ['users_select', {}, { selected_user: null }, 'U0BEN', { selected_user: 'U0BEN' }],
  ['multi_users_select', {}, { selected_users: [] }, ['U0BEN'], { selected_users: ['U0BEN'] }],
  ['channels_select', {}, { selected_channel: null }, 'C0SHOP', { selected_channel: 'C0SHOP' }],
  [
    'conversations_select',
    {},
    { selected_conversation: null },
    'C0SHOP',
    { selected_conversation: 'C0SHOP' },
  ],
];

async function withModal(element: Element, story: (simulator: Simulator) => Promise<void>): Promise<void> {
  await withSimulator({}, (simulator) =>
    withPlainApp(simulator, {}, async () => {
      await useShortcut(simulator, { user: AMY.id, callback_id: 'any' });
      const trigger_id = String((await lastPayload(simulator)).trigger_id);
      const view = modal('form', { blocks: [input('field', element, { dispatch_action: true })] });
      await clientOf(simulator).views.open({ trigger_id, view });
      await story(simulator);
    }),
  );
}

// https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
describe('the state of an input', () => {
  test.each(HOLDS)('%s', (type, element, first, chosen, then) =>
    withModal({ type, ...element }, async (simulator) => {
      const held = async () => (await viewsOf(simulator, AMY.id)).modals[0]?.state.values.field?.field;
      expect(await held()).toEqual({ type, ...first });
      await tap(simulator, { user: AMY.id, view: 'modal', action_id: 'field', value: chosen });
      expect(await held()).toEqual({ type, ...then });
      expect(await lastPayload(simulator)).toMatchObject({
        container: { type: 'view' },
        view: { callback_id: 'form', state: { values: { field: { field: { type, ...then } } } } },
        actions: [{ type, block_id: 'field', action_id: 'field', ...then }],
      });
      await submit(simulator, { user: AMY.id, unchecked: true });
      expect(await lastPayload(simulator)).toMatchObject({
        type: 'view_submission',
        view: { state: { values: { field: { field: { type, ...then } } } } },
      });
    }),
  );

  test('is what the person says last, as a scalar or as Slack writes it', () =>
    withModal({ type: 'radio_buttons', options }, async (simulator) => {
      const state = { type: 'radio_buttons', selected_option: option('b') };
      for (const value of ['b', state]) {
        await submit(simulator, { user: AMY.id, values: { field: { field: value } } });
        expect(await lastPayload(simulator)).toMatchObject({
          view: { state: { values: { field: { field: state } } } },
        });
        await useShortcut(simulator, { user: AMY.id, callback_id: 'any' });
        const trigger_id = String((await lastPayload(simulator)).trigger_id);
        const view = modal('form', { blocks: [input('field', { type: 'radio_buttons', options })] });
        await clientOf(simulator).views.open({ trigger_id, view });
      }
    }));

  test('an option that was taken away is sent by its value alone', () =>
    withModal({ type: 'static_select', options }, async (simulator) => {
      await tap(simulator, { user: AMY.id, view: 'modal', action_id: 'field', value: 'gone' });
      expect(await lastPayload(simulator)).toMatchObject({
        actions: [{ selected_option: { value: 'gone' } }],
      });
    }));

  test('a hostile client lays fields of its own over the action', () =>
    withModal({ type: 'static_select', options }, async (simulator) => {
      const fields = { type: 'button', value: 'admin', action_id: 'delete' };
      await tap(simulator, { user: AMY.id, view: 'modal', action_id: 'field', value: 'a', fields });
      expect(await lastPayload(simulator)).toMatchObject({ actions: [fields] });
    }));
});

// https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
describe('the state of a message', () => {
  const blocks: KnownBlock[] = [
    {
      type: 'section',
      block_id: 'when',
      text: { type: 'plain_text', text: 'When' },
      accessory: { type: 'datepicker', action_id: 'day' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'overflow', action_id: 'menu', options: [option('skip'), option('later')] },
        { type: 'radio_buttons', action_id: 'level', options },
      ],
    },
  ];

  test('travels with each tap, is each person’s own, and has no menus', () =>
    withSimulator({}, (simulator) =>
      withPlainApp(simulator, {}, async () => {
        const client = clientOf(simulator);
        const { ts } = await client.chat.postMessage({ channel: AMY.id, text: 'Pick', blocks });
        const values = (day: string | null) => ({
          when: { day: { type: 'datepicker', selected_date: day } },
          more: { level: { type: 'radio_buttons', selected_option: null } },
        });
        await tap(simulator, { user: AMY.id, ts, action_id: 'menu', value: 'later' });
        expect(await lastPayload(simulator)).toMatchObject({
          container: { type: 'message', message_ts: ts },
          response_url: expect.any(String),
          actions: [{ type: 'overflow', selected_option: option('later') }],
        });
        expect((await lastPayload(simulator)).state).toEqual({ values: values(null) });
        await tap(simulator, { user: AMY.id, ts, action_id: 'day', value: '2026-11-18' });
        expect((await lastPayload(simulator)).state).toEqual({ values: values('2026-11-18') });
        await tap(simulator, { user: BEN.id, ts, action_id: 'menu', value: 'skip' });
        expect((await lastPayload(simulator)).state).toEqual({ values: values(null) });
        await client.chat.update({
          channel: 'D0AMY',
          ts: String(ts),
          text: 'Pick',
          blocks: blocks.slice(0, 1),
        });
        await tap(simulator, { user: AMY.id, ts, action_id: 'menu', value: 'skip' });
        expect((await lastPayload(simulator)).state).toEqual({
          values: { when: values('2026-11-18').when },
        });
      }),
    ));
});
