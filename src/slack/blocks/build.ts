import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
  TableBlock,
} from '@slack/types';
import { LIMITS } from './limits.ts';
import { truncate } from './truncate.ts';

export type { Button };
export type Block = KnownBlock;

/** What stands in one row of actions. */
export type ActionElements = ActionsBlock['elements'];

/** What a view hands to whoever sends it: the blocks, and a plain text that stands alone in a notification. */
export interface Message {
  readonly text: string;
  readonly blocks: Block[];
  /** The same in blocks that every workspace has, where `blocks` holds a newer one. */
  readonly established?: { readonly text: string; readonly blocks: Block[] };
}

export function plainText(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: truncate(text, limit) };
}

/** `text` is mrkdwn whose variable parts have already been through `escapeMrkdwn`. */
export function mrkdwn(text: string, limit: number): MrkdwnElement {
  return { type: 'mrkdwn', text: truncate(text, limit) };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, LIMITS.header.text) };
}

/** Beside the text stands at most one element; where it is tapped, `blockId` comes back with it. */
export function section(text: string, accessory?: SectionBlock['accessory'], blockId?: string): SectionBlock {
  return {
    type: 'section',
    ...(blockId === undefined ? {} : { block_id: blockId }),
    text: mrkdwn(text, LIMITS.section.text),
    ...(accessory === undefined ? {} : { accessory }),
  };
}

/** A section that shows a text exactly as it is, so that it can be copied: nothing in it is mrkdwn or an emoji. */
export function verbatim(text: string): SectionBlock {
  return { type: 'section', text: { ...plainText(text, LIMITS.section.text), emoji: false } };
}

export function context(...texts: string[]): ContextBlock {
  return {
    type: 'context',
    elements: texts.slice(0, LIMITS.context.elements).map((text) => mrkdwn(text, LIMITS.context.text)),
  };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export interface ButtonOptions {
  readonly actionId: string;
  readonly text: string;
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  /** Read out by screen readers instead of the short label. */
  readonly accessibilityLabel?: string;
}

export function button(options: ButtonOptions): Button {
  return {
    type: 'button',
    action_id: options.actionId,
    text: plainText(options.text, LIMITS.button.text),
    ...(options.value === undefined ? {} : { value: options.value }),
    ...(options.style === undefined ? {} : { style: options.style }),
    ...(options.accessibilityLabel === undefined
      ? {}
      : { accessibility_label: truncate(options.accessibilityLabel, LIMITS.button.text) }),
  };
}

export function actions(blockId: string, elements: ActionElements): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

/**
 * A native table. The first row is the header; every row has as many cells as `alignments`.
 * Rows beyond Slack's limits are left out from the end: the caller decides what is worth a row.
 */
export function table(
  rows: readonly (readonly string[])[],
  alignments: readonly ('left' | 'right')[],
): TableBlock {
  return {
    type: 'table',
    column_settings: alignments.map((align, column) => ({ align, is_wrapped: column === 0 })),
    rows: fittingRows(rows.map((cells) => cells.map((text) => (text === '' ? '–' : text)))).map((cells) =>
      cells.map((text) => ({ type: 'raw_text' as const, text })),
    ),
  };
}

function fittingRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let characters = 0;
  const tooMuch = rows.findIndex((cells) => {
    characters += cells.join('').length;
    return characters > LIMITS.table.characters;
  });
  return rows.slice(0, Math.min(LIMITS.table.rows, tooMuch === -1 ? rows.length : tooMuch));
}
