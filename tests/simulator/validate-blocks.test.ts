import { describe, expect, test } from '@jest/globals';
import { describeProblem } from '../../src/simulator/validate-blocks/problem.ts';
import { validateBlocks } from '../../src/simulator/validate-blocks/validate-blocks.ts';
import { LIMITS, type Surface } from '../../src/slack/blocks/limits.ts';

const letters = (count: number) => 'x'.repeat(count);
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (more: object) => ({ type: 'section', ...more });
const button = (more: object = {}) => ({ type: 'button', text: plain('Yes'), ...more });
const withElement = (element: object) => ({ type: 'actions', elements: [element] });
const option = (more: object = {}) => ({ text: plain('One'), value: '1', ...more });
const select = (count: number) => ({ type: 'static_select', options: times(count, () => option()) });
const choosing = (type: string) => (count: number) =>
  withElement({ type, options: times(count, () => option()) });
const confirm = (more: object) =>
  withElement(
    button({
      confirm: { title: plain('t'), text: plain('t'), confirm: plain('c'), deny: plain('d'), ...more },
    }),
  );
const raw = (text: string) => ({ type: 'raw_text', text });
const table = (rows: number, columns: number, text = 'x') => ({
  type: 'table',
  rows: times(rows, () => times(columns, () => raw(text))),
});
const dataTable = (rows: number, columns: number) => ({
  ...table(rows, columns),
  type: 'data_table',
  caption: 'c',
});
const pie = (segments: number, label = 'a') => ({
  type: 'data_visualization',
  title: 't',
  chart: { type: 'pie', segments: times(segments, () => ({ label, value: 1 })) },
});
const input = (more: object) => ({
  type: 'input',
  label: plain('Why'),
  element: { type: 'plain_text_input' },
  ...more,
});

/** One block with `count` of what is limited. https://docs.slack.dev/reference/block-kit */
const ONE_BLOCK: [what: string, limit: number, surface: Surface, block: (count: number) => object][] = [
  ['section text', LIMITS.section.text, 'message', (n) => section({ text: mrkdwn(letters(n)) })],
  [
    'section fields',
    LIMITS.section.fields,
    'message',
    (n) => section({ fields: times(n, () => mrkdwn('f')) }),
  ],
  [
    'section field text',
    LIMITS.section.fieldText,
    'message',
    (n) => section({ fields: [mrkdwn(letters(n))] }),
  ],
  ['header text', LIMITS.header.text, 'message', (n) => ({ type: 'header', text: plain(letters(n)) })],
  [
    'context elements',
    LIMITS.context.elements,
    'message',
    (n) => ({ type: 'context', elements: times(n, () => mrkdwn('c')) }),
  ],
  [
    'actions elements',
    LIMITS.actions.elements,
    'message',
    (n) => ({ type: 'actions', elements: times(n, () => button()) }),
  ],
  ['button text', LIMITS.button.text, 'message', (n) => withElement(button({ text: plain(letters(n)) }))],
  ['button value', LIMITS.button.value, 'message', (n) => withElement(button({ value: letters(n) }))],
  ['button URL', LIMITS.button.url, 'message', (n) => withElement(button({ url: letters(n) }))],
  ['block_id', LIMITS.blockId, 'message', (n) => ({ type: 'divider', block_id: letters(n) })],
  ['action_id', LIMITS.actionId, 'message', (n) => withElement(button({ action_id: letters(n) }))],
  ['select options', LIMITS.select.options, 'message', (n) => withElement(select(n))],
  [
    'select placeholder',
    LIMITS.select.placeholder,
    'message',
    (n) => withElement({ ...select(1), placeholder: plain(letters(n)) }),
  ],
  ['overflow options', LIMITS.overflow.options, 'message', choosing('overflow')],
  ['checkboxes', LIMITS.choices.options, 'message', choosing('checkboxes')],
  ['radio buttons', LIMITS.choices.options, 'message', choosing('radio_buttons')],
  [
    'option text',
    LIMITS.option.text,
    'message',
    (n) => withElement({ ...select(1), options: [option({ text: plain(letters(n)) })] }),
  ],
  [
    'option value',
    LIMITS.option.value,
    'message',
    (n) => withElement({ ...select(1), options: [option({ value: letters(n) })] }),
  ],
  ['confirm title', LIMITS.confirm.title, 'message', (n) => confirm({ title: plain(letters(n)) })],
  ['confirm text', LIMITS.confirm.text, 'message', (n) => confirm({ text: mrkdwn(letters(n)) })],
  ['confirm button', LIMITS.confirm.confirm, 'message', (n) => confirm({ confirm: plain(letters(n)) })],
  ['deny button', LIMITS.confirm.deny, 'message', (n) => confirm({ deny: plain(letters(n)) })],
  [
    'image alt text',
    LIMITS.image.altText,
    'message',
    (n) => ({ type: 'image', image_url: 'https://example.com/a.png', alt_text: letters(n) }),
  ],
  ['table rows', LIMITS.table.rows, 'message', (n) => table(n, 1)],
  ['table columns', LIMITS.table.columns, 'message', (n) => table(1, n)],
  ['table characters', LIMITS.table.characters, 'message', (n) => table(1, 1, letters(n))],
  ['data table rows', LIMITS.dataTable.rows, 'message', (n) => dataTable(n, 1)],
  ['data table columns', LIMITS.dataTable.columns, 'message', (n) => dataTable(2, n)],
  ['markdown text', LIMITS.markdown.text, 'message', (n) => ({ type: 'markdown', text: letters(n) })],
  ['chart title', LIMITS.chart.title, 'message', (n) => ({ ...pie(1), title: letters(n) })],
  ['chart segments', LIMITS.chart.series, 'message', (n) => pie(n)],
  ['chart labels', LIMITS.chart.label, 'message', (n) => pie(1, letters(n))],
  ['input label', LIMITS.input.label, 'modal', (n) => input({ label: plain(letters(n)) })],
  ['input hint', LIMITS.input.hint, 'modal', (n) => input({ hint: plain(letters(n)) })],
];

describe('each limit of a block', () => {
  test.each(ONE_BLOCK)('%s: %d is accepted on a %s, one more is refused', (_what, limit, surface, block) => {
    expect(validateBlocks([block(limit)], surface)).toEqual([]);
    expect(validateBlocks([block(limit + 1)], surface)).not.toEqual([]);
  });
});

describe('each limit of a whole surface', () => {
  test.each<[Surface, number]>([
    ['message', LIMITS.message.blocks],
    ['modal', LIMITS.modal.blocks],
    ['home', LIMITS.home.blocks],
  ])('a %s takes %d blocks and not one more', (surface, limit) => {
    const dividers = (count: number) => times(count, () => ({ type: 'divider' }));
    expect(validateBlocks(dividers(limit), surface)).toEqual([]);
    expect(validateBlocks(dividers(limit + 1), surface)).toEqual([
      { path: '/blocks', message: `no more than ${limit} items allowed` },
    ]);
  });

  test('one table a message', () => {
    expect(validateBlocks([table(1, 1)], 'message')).toEqual([]);
    expect(validateBlocks([table(1, 1), table(1, 1)], 'message')).toEqual([
      { path: '/blocks', message: 'only_one_table_allowed' },
    ]);
  });

  test('two charts a message', () => {
    expect(validateBlocks([pie(1), pie(1)], 'message')).toEqual([]);
    expect(validateBlocks([pie(1), pie(1), pie(1)], 'message')).toHaveLength(1);
  });

  test('the characters of all markdown blocks together', () => {
    const half = { type: 'markdown', text: letters(LIMITS.markdown.text / 2) };
    expect(validateBlocks([half, half], 'message')).toEqual([]);
    expect(validateBlocks([half, half, { type: 'markdown', text: 'x' }], 'message')).toHaveLength(1);
  });
});

describe('what Slack says of', () => {
  test.each<[string, Surface, object[], string]>([
    [
      'a text that is too long',
      'message',
      [section({ text: mrkdwn(letters(3001)) })],
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an empty text',
      'message',
      [section({ text: mrkdwn('') })],
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a section without text',
      'message',
      [section({})],
      '[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0]',
    ],
    [
      'a header in mrkdwn',
      'message',
      [{ type: 'header', text: mrkdwn('h') }],
      '[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      'an unknown element',
      'message',
      [withElement({ type: 'lever' })],
      '[ERROR] unsupported type: lever [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'a block of another surface',
      'message',
      [input({})],
      '[ERROR] unsupported type: input [json-pointer:/blocks/0/type]',
    ],
    [
      'a table in a modal',
      'modal',
      [table(1, 1)],
      '[ERROR] unsupported type: table [json-pointer:/blocks/0/type]',
    ],
    [
      'an image without alt text',
      'message',
      [{ type: 'image', image_url: 'https://example.com/a.png' }],
      '[ERROR] missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'an empty table cell',
      'message',
      [table(1, 1, '')],
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
    ],
    [
      'a field it does not know',
      'message',
      [{ type: 'divider', colour: 'red' }],
      '[ERROR] invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a style it does not know',
      'message',
      [withElement(button({ style: 'blue' }))],
      '[ERROR] invalid value: "blue" [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'two blocks with one block_id',
      'message',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      '[ERROR] `block_id` "a" already exists for another block [json-pointer:/blocks/1/block_id]',
    ],
    [
      'two buttons of one block with one action_id',
      'message',
      [{ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }],
      '[ERROR] `action_id` "a" already exists for another element in this block [json-pointer:/blocks/0/elements/1/action_id]',
    ],
  ])('%s', (_what, surface, blocks, said) => {
    expect(validateBlocks(blocks, surface).map(describeProblem)).toEqual([said]);
  });

  test('one action_id in two blocks: nothing', () => {
    const block = withElement(button({ action_id: 'a' }));
    expect(validateBlocks([block, block], 'message')).toEqual([]);
  });

  test.each([[undefined], ['text'], [{}], [[1]], [[null]], [[{}]]])(
    '%j in place of blocks: a problem',
    (blocks) => {
      expect(validateBlocks(blocks, 'message')).not.toEqual([]);
    },
  );
});
