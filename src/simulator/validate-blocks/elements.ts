import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import {
  Checkboxes,
  ExternalSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  Overflow,
  RadioButtons,
  StaticSelect,
} from './choosing-elements.ts';
import { ActionId, Confirm, Image } from './composition.ts';
import { loosely } from './element-fields.ts';
import { Datepicker, DatetimePicker, Timepicker } from './picker-elements.ts';
import { plainText } from './text.ts';
import { EmailInput, NumberInput, PlainTextInput, UrlInput } from './text-inputs.ts';

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

/** What a section, a row of actions and an input take alike. */
const CHOOSING = [
  StaticSelect,
  MultiStaticSelect,
  ExternalSelect,
  MultiExternalSelect,
  Checkboxes,
  RadioButtons,
  Datepicker,
  Timepicker,
  loosely('users_select'),
  loosely('multi_users_select'),
  loosely('conversations_select'),
  loosely('multi_conversations_select'),
  loosely('channels_select'),
  loosely('multi_channels_select'),
] as const;

const TAPPED = [Button, Overflow, loosely('workflow_button')] as const;

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ActionsElement = z.discriminatedUnion('type', [
  ...CHOOSING,
  ...TAPPED,
  DatetimePicker,
  loosely('rich_text_input'),
]);

/** https://docs.slack.dev/reference/block-kit/blocks/section-block: `accessory`. */
export const Accessory = z.discriminatedUnion('type', [...CHOOSING, ...TAPPED, Image]);

/** https://docs.slack.dev/reference/block-kit/blocks/input-block: `element`; nothing there that is only tapped. */
export const InputElement = z.discriminatedUnion('type', [
  ...CHOOSING,
  DatetimePicker,
  PlainTextInput,
  NumberInput,
  EmailInput,
  UrlInput,
  loosely('file_input'),
  loosely('rich_text_input'),
]);
