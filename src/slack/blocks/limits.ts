/**
 * Slack's limits, in one table. The views keep to them, and the local Slack refuses what exceeds them.
 *
 * Source: https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/apis/web-api/rate-limits,
 * unless a remark says otherwise. Lengths are in UTF-16 code units, as `String.length` counts them.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /** Slack truncates `text` here instead of refusing it. */
    text: 40_000,
    /**
     * `chat.update` refuses a longer `text` with `msg_too_long`: https://docs.slack.dev/reference/methods/chat.update.
     */
    updateText: 4_000,
    metadataPayload: 8_000,
    tables: 1,
    /**
     * Of the JSON of all blocks together; Slack refuses larger ones with `msg_blocks_too_long`. Our assumption: Slack
     * publishes no number and no way of counting. Others were refused from about 13,200 rendered characters on, and the
     * JSON is never less: slackapi/bolt-js#2509, slackapi/bolt-js#2867, metabase/metabase#79908.
     */
    blocksTogether: 12_999,
  },
  modal: { blocks: 100, title: 24, submit: 24, close: 24 },
  home: { blocks: 100 },
  /**
   * Modals and Home tabs: https://docs.slack.dev/reference/views. The size is that of the definition as JSON
   * (https://docs.slack.dev/reference/methods/views.open: `view_too_large`), the stack that of one modal
   * (https://docs.slack.dev/surfaces/modals).
   */
  view: { privateMetadata: 3_000, externalId: 255, bytes: 250 * 1_024, stack: 3 },
  blockId: 255,
  actionId: 255,
  callbackId: 255,
  section: { text: 3_000, fields: 10, fieldText: 2_000 },
  header: { text: 150 },
  context: { elements: 10, text: 3_000 },
  actions: { elements: 25 },
  button: { text: 75, value: 2_000, url: 3_000 },
  option: { text: 75, value: 75, description: 75 },
  select: { options: 100, placeholder: 150 },
  overflow: { options: 5 },
  /** Checkboxes and radio buttons. */
  choices: { options: 10 },
  input: { label: 2_000, hint: 2_000, textLength: 3_000 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  image: { altText: 2_000, url: 3_000 },
  /** One in a message; rows include the header row. The characters are those of all cells together. */
  table: { rows: 100, columns: 20, characters: 10_000 },
  markdown: { text: 12_000 },
  /** Rows include the header row: https://docs.slack.dev/reference/block-kit/blocks/data-table-block. */
  dataTable: { rowsAtLeast: 2, rows: 101, columns: 20, characters: 10_000, pageSize: 100 },
  /** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block. */
  chart: { title: 50, charts: 2, series: 6, label: 20, axisLabel: 50 },
} as const;

/** Slack would refuse these blocks for their size alone, all together, in one message. */
export function areTooLong(blocks: readonly unknown[]): boolean {
  return JSON.stringify(blocks).length > LIMITS.message.blocksTogether;
}

/** Which block types each surface takes: https://docs.slack.dev/reference/block-kit/blocks. */
export const BLOCK_TYPES = {
  message: [
    'actions',
    'context',
    'divider',
    'header',
    'image',
    'markdown',
    'rich_text',
    'section',
    'table',
    'context_actions',
    'data_visualization',
    'data_table',
    'card',
    'carousel',
    'container',
    'video',
    'file',
  ],
  modal: [
    'actions',
    'alert',
    'card',
    'context',
    'divider',
    'header',
    'image',
    'input',
    'rich_text',
    'section',
    'video',
  ],
  home: [
    'actions',
    'card',
    'carousel',
    'context',
    'data_table',
    'divider',
    'header',
    'image',
    'input',
    'rich_text',
    'section',
    'table',
    'video',
  ],
} as const;

export type Surface = keyof typeof BLOCK_TYPES;

/**
 * Elements that not every surface has; all others stand wherever their block does. The pages of the elements name
 * the surfaces: https://docs.slack.dev/reference/block-kit/block-elements.
 */
export const ELEMENT_SURFACES: Readonly<Record<string, readonly Surface[]>> = {
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  file_input: ['modal'],
  number_input: ['modal'],
  url_text_input: ['modal'],
};

/** Response URLs: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses. */
export const RESPONSE_URL = { uses: 5, minutes: 30 } as const;
