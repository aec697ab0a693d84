import type {
  Checkboxes,
  ConfirmationDialog,
  Datepicker,
  ExternalSelect,
  InputBlock,
  MultiStaticSelect,
  Option,
  Overflow,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  Timepicker,
  URLInput,
} from '@slack/types';
import { plainText } from './build.ts';
import { LIMITS } from './limits.ts';

type InputElement = InputBlock['element'];

/** One choice among several; `value` is what comes back. */
export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly description?: string;
}

/** An input of a modal with its label; what it holds comes back under `blockId` and the element's action id. */
export function input(options: {
  readonly blockId: string;
  readonly label: string;
  readonly element: InputElement;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}): InputBlock {
  return {
    type: 'input',
    block_id: options.blockId,
    label: plainText(options.label, LIMITS.input.label),
    element: options.element,
    optional: options.optional ?? false,
    ...(options.hint === undefined ? {} : { hint: plainText(options.hint, LIMITS.input.hint) }),
  };
}

export function textInput(options: {
  readonly actionId: string;
  readonly value?: string | undefined;
  readonly maxLength: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
}): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: options.actionId,
    multiline: options.multiline ?? false,
    max_length: Math.min(options.maxLength, LIMITS.input.textLength),
    ...(options.value === undefined || options.value === '' ? {} : { initial_value: options.value }),
    ...placeholderOf(options.placeholder),
  };
}

export function urlInput(options: {
  readonly actionId: string;
  readonly value?: string | undefined;
}): URLInput {
  return {
    type: 'url_text_input',
    action_id: options.actionId,
    ...(options.value === undefined ? {} : { initial_value: options.value }),
  };
}

export function radioButtons(options: {
  readonly actionId: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
}): RadioButtons {
  const chosen = options.choices.find(({ value }) => value === options.chosen);
  return {
    type: 'radio_buttons',
    action_id: options.actionId,
    options: options.choices.slice(0, LIMITS.choices.options).map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  };
}

export function checkboxes(options: {
  readonly actionId: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}): Checkboxes {
  const chosen = options.choices.filter(({ value }) => options.chosen.includes(value));
  return {
    type: 'checkboxes',
    action_id: options.actionId,
    options: options.choices.slice(0, LIMITS.choices.options).map(option),
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
  };
}

export function select(options: {
  readonly actionId: string;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
  readonly placeholder?: string;
}): StaticSelect {
  const chosen = options.choices.find(({ value }) => value === options.chosen);
  return {
    type: 'static_select',
    action_id: options.actionId,
    options: options.choices.slice(0, LIMITS.select.options).map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
    ...placeholderOf(options.placeholder),
  };
}

export function multiSelect(options: {
  readonly actionId: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly atMost: number;
  readonly placeholder?: string;
}): MultiStaticSelect {
  const choices = options.choices.slice(0, LIMITS.select.options);
  const chosen = choices.filter(({ value }) => options.chosen.includes(value));
  return {
    type: 'multi_static_select',
    action_id: options.actionId,
    options: choices.map(option),
    max_selected_items: options.atMost,
    ...(chosen.length === 0 ? {} : { initial_options: chosen.map(option) }),
    ...placeholderOf(options.placeholder),
  };
}

/** Its choices are asked for (`block_suggestion`) before anything is typed, and again as the person types. */
export function externalSelect(options: {
  readonly actionId: string;
  readonly chosen?: Choice | undefined;
  readonly placeholder?: string;
}): ExternalSelect {
  return {
    type: 'external_select',
    action_id: options.actionId,
    min_query_length: 0,
    ...(options.chosen === undefined ? {} : { initial_option: option(options.chosen) }),
    ...placeholderOf(options.placeholder),
  };
}

/** A day, `2026-11-18`. */
export function datePicker(options: {
  readonly actionId: string;
  readonly day?: string | undefined;
}): Datepicker {
  return {
    type: 'datepicker',
    action_id: options.actionId,
    ...(options.day === undefined ? {} : { initial_date: options.day }),
  };
}

/** A time, `13:00`. */
export function timePicker(options: {
  readonly actionId: string;
  readonly time?: string | undefined;
}): Timepicker {
  return {
    type: 'timepicker',
    action_id: options.actionId,
    ...(options.time === undefined ? {} : { initial_time: options.time }),
  };
}

/** The ⋯ menu: one to five choices. */
export function overflow(options: {
  readonly actionId: string;
  readonly choices: readonly Choice[];
  readonly confirm?: ConfirmationDialog;
}): Overflow {
  return {
    type: 'overflow',
    action_id: options.actionId,
    options: options.choices.slice(0, LIMITS.overflow.options).map(option),
    ...(options.confirm === undefined ? {} : { confirm: options.confirm }),
  };
}

/** Asked before the element it belongs to does anything. */
export function confirmation(words: {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly deny: string;
}): ConfirmationDialog {
  return {
    title: plainText(words.title, LIMITS.confirm.title),
    text: plainText(words.text, LIMITS.confirm.text),
    confirm: plainText(words.confirm, LIMITS.confirm.confirm),
    deny: plainText(words.deny, LIMITS.confirm.deny),
  };
}

/** The choice as Slack has it; `external_select` is answered with these too. */
export function option({ text, value, description }: Choice): Option & { text: { type: 'plain_text' } } {
  return {
    text: { ...plainText(text, LIMITS.option.text), type: 'plain_text' },
    value,
    ...(description === undefined ? {} : { description: plainText(description, LIMITS.option.description) }),
  };
}

function placeholderOf(placeholder: string | undefined) {
  return placeholder === undefined ? {} : { placeholder: plainText(placeholder, LIMITS.select.placeholder) };
}
