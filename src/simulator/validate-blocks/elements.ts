import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { ActionId, Confirm, Image, Option, OptionGroup } from './composition.ts';
import { plainText } from './text.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const Button = z.strictObject({
  type: z.literal('button'),
  action_id: ActionId,
  text: plainText(LIMITS.button.text),
  value: z.string().max(LIMITS.button.value).optional(),
  url: z.string().max(LIMITS.button.url).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: Confirm.optional(),
  accessibility_label: z.string().min(1).max(LIMITS.button.text).optional(),
});

const common = {
  action_id: ActionId,
  confirm: Confirm.optional(),
  focus_on_load: z.boolean().optional(),
};
const placeholder = plainText(LIMITS.select.placeholder).optional();

const optionsOrGroups = {
  options: z.array(Option).min(1).max(LIMITS.select.options).optional(),
  option_groups: z.array(OptionGroup).min(1).max(LIMITS.select.options).optional(),
};

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const StaticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...common,
    placeholder,
    ...optionsOrGroups,
    initial_option: Option.optional(),
  })
  .refine(hasOptions, 'must define either `options` or `option_groups`');

const MultiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...common,
    placeholder,
    ...optionsOrGroups,
    initial_options: z.array(Option).optional(),
    max_selected_items: z.number().int().min(1).optional(),
  })
  .refine(hasOptions, 'must define either `options` or `option_groups`');

function hasOptions(select: { options?: unknown; option_groups?: unknown }): boolean {
  return (select.options === undefined) !== (select.option_groups === undefined);
}

const Overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: ActionId,
  confirm: Confirm.optional(),
  options: z.array(Option).min(1).max(LIMITS.overflow.options),
});

const choices = z.array(Option).min(1).max(LIMITS.choices.options);

const Checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...common,
  options: choices,
  initial_options: z.array(Option).optional(),
});

const RadioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...common,
  options: choices,
  initial_option: Option.optional(),
});

/** Elements that are used with few of their fields here: their type, `action_id` and placeholder are checked. */
function loosely<const Type extends string>(type: Type) {
  return z.looseObject({ type: z.literal(type), ...common, placeholder });
}

const CHOOSING = [
  StaticSelect,
  MultiStaticSelect,
  Overflow,
  Checkboxes,
  RadioButtons,
  loosely('users_select'),
  loosely('multi_users_select'),
  loosely('conversations_select'),
  loosely('multi_conversations_select'),
  loosely('channels_select'),
  loosely('multi_channels_select'),
  loosely('external_select'),
  loosely('multi_external_select'),
  loosely('datepicker'),
  loosely('timepicker'),
  loosely('datetimepicker'),
] as const;

const INTERACTIVE = [Button, ...CHOOSING, loosely('workflow_button')] as const;

const TextInput = z.looseObject({
  type: z.literal('plain_text_input'),
  ...common,
  placeholder,
  min_length: z.number().int().min(0).max(LIMITS.input.textLength).optional(),
  max_length: z.number().int().min(1).max(LIMITS.input.textLength).optional(),
});

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ActionsElement = z.discriminatedUnion('type', [...INTERACTIVE, loosely('rich_text_input')]);

/** https://docs.slack.dev/reference/block-kit/blocks/section-block: `accessory`. */
export const Accessory = z.discriminatedUnion('type', [...INTERACTIVE, Image]);

/** https://docs.slack.dev/reference/block-kit/blocks/input-block: `element`; no buttons there. */
export const InputElement = z.discriminatedUnion('type', [
  ...CHOOSING,
  TextInput,
  loosely('number_input'),
  loosely('email_text_input'),
  loosely('url_text_input'),
  loosely('file_input'),
  loosely('rich_text_input'),
]);
