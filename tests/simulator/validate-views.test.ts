import { describe, expect, test } from '@jest/globals';
import { describeProblem } from '../../src/simulator/validate-blocks/problem.ts';
import { validateBlocks } from '../../src/simulator/validate-blocks/validate-blocks.ts';
import { LIMITS, type Surface } from '../../src/slack/blocks/limits.ts';
import { lastPayload } from './support/control.ts';
import { withPlainApp } from './support/plain-app.ts';
import { AMY, clientOf, withSimulator } from './support/simulated-company.ts';
import { input, modal, option, useShortcut } from './support/views.ts';

const letters = (count: number) => 'x'.repeat(count);
const plain = (text: string) => ({ type: 'plain_text', text });
const divider = { type: 'divider' };

interface Refusal {
  readonly data: { readonly error: string; readonly response_metadata?: { readonly messages?: string[] } };
}

/** What Slack says of a view: nothing where it takes it. */
async function refusalOf(given: unknown, type: 'modal' | 'home'): Promise<string[]> {
  let said: string[] = [];
  await withSimulator({}, (simulator) =>
    withPlainApp(simulator, {}, async () => {
      await useShortcut(simulator, { user: AMY.id, callback_id: 'any' });
      const trigger_id = String((await lastPayload(simulator)).trigger_id);
      const client = clientOf(simulator);
      const view = JSON.stringify(given);
      const call =
        type === 'modal'
          ? client.apiCall('views.open', { trigger_id, view })
          : client.apiCall('views.publish', { user_id: AMY.id, view });
      await call.catch(({ data }: Refusal) => {
        said = [data.error, ...(data.response_metadata?.messages ?? [])];
      });
    }),
  );
  return said;
}

// https://docs.slack.dev/reference/views/modal-views
describe('each limit of a modal', () => {
  test.each<[string, number, (count: number) => Record<string, unknown>]>([
    ['title', LIMITS.modal.title, (n) => ({ title: plain(letters(n)) })],
    ['submit', LIMITS.modal.submit, (n) => ({ submit: plain(letters(n)) })],
    ['close', LIMITS.modal.close, (n) => ({ close: plain(letters(n)) })],
    ['private_metadata', LIMITS.view.privateMetadata, (n) => ({ private_metadata: letters(n) })],
    ['callback_id', LIMITS.callbackId, (n) => ({ callback_id: letters(n) })],
    ['external_id', LIMITS.view.externalId, (n) => ({ external_id: letters(n) })],
    ['blocks', LIMITS.modal.blocks, (n) => ({ blocks: Array.from({ length: n }, () => divider) })],
  ])('%s: %d is taken, one more is refused', async (_what, limit, more) => {
    expect(await refusalOf(modal('first', more(limit)), 'modal')).toEqual([]);
    expect((await refusalOf(modal('first', more(limit + 1)), 'modal'))[0]).toBe('invalid_arguments');
  });

  test('its size', async () => {
    const bulky = (letter: string) => ({
      type: 'section',
      text: { type: 'mrkdwn', text: letter.repeat(LIMITS.section.text) },
    });
    const blocks = (letter: string) => Array.from({ length: 60 }, () => bulky(letter));
    expect(await refusalOf(modal('first', { blocks: blocks('x') }), 'modal')).toEqual([]);
    expect(await refusalOf(modal('first', { blocks: blocks('字') }), 'modal')).toEqual(['view_too_large']);
  });
});

describe('what Slack says of', () => {
  test.each<[string, unknown, 'modal' | 'home', string]>([
    ['a modal without a title', { ...modal('x'), title: undefined }, 'modal', 'title [json-pointer:/view]'],
    ['a title in mrkdwn', modal('x', { title: { type: 'mrkdwn', text: 'x' } }), 'modal', '/view/title/type]'],
    ['inputs that cannot be submitted', modal('x', { submit: undefined }), 'modal', 'must define `submit`'],
    ['a field that it does not know', modal('x', { id: 'V0' }), 'modal', 'invalid additional property: id'],
    [
      'a Home tab with a title',
      { type: 'home', title: plain('x'), blocks: [divider] },
      'home',
      'property: title',
    ],
    ['a Home tab in a modal’s place', { type: 'home', blocks: [divider] }, 'modal', 'valid view type: modal'],
    ['a modal in a Home tab’s place', modal('x'), 'home', 'valid view type: home'],
    ['blocks that are none', modal('x', { blocks: 'none' }), 'modal', '[json-pointer:/view/blocks]'],
    [
      'a problem in a block',
      modal('x', { blocks: [{ type: 'section', text: plain('') }] }),
      'modal',
      '[json-pointer:/view/blocks/0/text/text]',
    ],
    [
      'an alert in a Home tab',
      { type: 'home', blocks: [{ type: 'alert', text: plain('x') }] },
      'home',
      'type: alert',
    ],
    ['no view', 'null', 'modal', 'must provide an object'],
  ])('%s', async (_what, view, type, said) => {
    const [error, message] = await refusalOf(view, type);
    expect(error).toBe('invalid_arguments');
    expect(message).toContain(said);
  });

  test('a Home tab with inputs and no way to submit them: nothing', async () => {
    expect(await refusalOf({ type: 'home', blocks: [input('note')] }, 'home')).toEqual([]);
  });
});

const asked = (element: Record<string, unknown>) => [input('field', element)];
const options = [option('a'), option('b')];

// https://docs.slack.dev/reference/block-kit/block-elements
describe('the elements of a form', () => {
  test.each<[string, Record<string, unknown>]>([
    ['plain_text_input', { multiline: true, min_length: 0, max_length: 3_000, initial_value: 'x' }],
    ['plain_text_input', { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }],
    ['number_input', { is_decimal_allowed: false, min_value: '-1', max_value: '10', initial_value: '4' }],
    ['url_text_input', { placeholder: plain('https://') }],
    ['email_text_input', { initial_value: 'a@example.com' }],
    ['radio_buttons', { options, initial_option: option('b') }],
    ['checkboxes', { options: [{ ...option('a'), text: { type: 'mrkdwn', text: '*a*' } }] }],
    ['static_select', { options, initial_option: { value: 'b', text: plain('b') } }],
    ['multi_static_select', { options, initial_options: options, max_selected_items: 2 }],
    ['external_select', { min_query_length: 0, initial_option: option('z') }],
    ['multi_external_select', { initial_options: [option('z')] }],
    ['datepicker', { initial_date: '2028-02-29' }],
    ['timepicker', { initial_time: '23:59', timezone: 'Asia/Taipei' }],
    ['datetimepicker', { initial_date_time: 1_794_790_800 }],
    ['users_select', { initial_user: 'U0AMY' }],
  ])('%s is taken: %j', (type, more) => {
    expect(validateBlocks(asked({ type, ...more }), 'modal')).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['plain_text_input', { min_length: 5, max_length: 4 }, '`min_length` must not be greater'],
    ['plain_text_input', { max_length: 3, initial_value: 'four' }, '`initial_value` must not be longer'],
    ['plain_text_input', { max_length: 3_001 }, 'must be at most 3000'],
    ['plain_text_input', { placeholder: plain(letters(151)) }, 'less than 151 characters'],
    ['plain_text_input', { multi_line: true }, 'invalid additional property: multi_line'],
    ['number_input', {}, 'missing required field: is_decimal_allowed'],
    ['number_input', { is_decimal_allowed: true, min_value: '2', max_value: '1' }, '`min_value` must not'],
    ['number_input', { is_decimal_allowed: true, initial_value: 4 }, 'must provide a string'],
    ['radio_buttons', { options, initial_option: option('c') }, 'one of the options'],
    ['radio_buttons', { options: [] }, 'no fewer than 1 items'],
    ['checkboxes', { options, initial_options: [option('c')] }, 'one of the options'],
    ['static_select', {}, 'must define either `options` or `option_groups`'],
    [
      'static_select',
      { options, initial_option: { ...option('a'), text: plain('A') } },
      'one of the options',
    ],
    ['static_select', { options: [{ ...option('a'), text: { type: 'mrkdwn', text: 'a' } }] }, 'mrkdwn'],
    ['static_select', { options: [{ ...option('a'), url: 'https://example.com' }] }, 'property: url'],
    ['datepicker', { initial_date: '2027-02-29' }, 'must be a date'],
    ['timepicker', { initial_time: '24:00' }, 'must be a time'],
    ['datetimepicker', { initial_date_time: 1_794_790_800_000 }, 'at most 9999999999'],
    ['datetimepicker', { placeholder: plain('When') }, 'property: placeholder'],
    ['button', { text: plain('x') }, 'unsupported type: button'],
    ['overflow', { options }, 'unsupported type: overflow'],
  ])('%s is refused: %j', (type, more, said) => {
    const problems = validateBlocks(asked({ type, ...more }), 'modal').map(describeProblem);
    expect(problems).toEqual([expect.stringContaining(said)]);
  });

  test.each<[string, Record<string, unknown>, readonly Surface[]]>([
    ['datetimepicker', {}, ['message', 'modal']],
    ['number_input', { is_decimal_allowed: true }, ['modal']],
    ['url_text_input', {}, ['modal']],
    ['email_text_input', {}, ['modal']],
    ['plain_text_input', {}, ['modal', 'home']],
    ['datepicker', {}, ['modal', 'home', 'message']],
  ])('%s stands only where Slack has it', (type, more, surfaces) => {
    const isAction = type.endsWith('picker');
    const block = isAction
      ? { type: 'actions', elements: [{ type, ...more }] }
      : { ...input('field', { type, ...more }) };
    const taken = (['message', 'modal', 'home'] as const).filter(
      (surface) => validateBlocks([block], surface).length === 0,
    );
    expect(taken.toSorted()).toEqual(surfaces.toSorted());
  });

  test('only one of them is focused', () => {
    const focused = (id: string) => input(id, { focus_on_load: true });
    expect(validateBlocks([focused('a'), input('b')], 'modal')).toEqual([]);
    expect(validateBlocks([focused('a'), focused('b')], 'modal')).toHaveLength(1);
  });

  test('an alert has one of five levels, in a modal alone', () => {
    const alert = (level: string) => [{ type: 'alert', text: plain('x'), level }];
    for (const level of ['default', 'info', 'warning', 'error', 'success']) {
      expect(validateBlocks(alert(level), 'modal')).toEqual([]);
    }
    expect(validateBlocks(alert('loud'), 'modal')).toHaveLength(1);
    expect(validateBlocks(alert('info'), 'message')).toHaveLength(1);
  });
});
