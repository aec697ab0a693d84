import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { interactive, placeholder } from './element-fields.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
const DispatchActionConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .optional(),
});

const typed = {
  ...interactive,
  placeholder,
  initial_value: z.string().optional(),
  dispatch_action_config: DispatchActionConfig.optional(),
};

const { textLength } = LIMITS.input;

/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const PlainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(textLength).optional(),
    max_length: z.number().int().min(1).max(textLength).optional(),
  })
  .refine(
    ({ min_length = 0, max_length = textLength }) => min_length <= max_length,
    '`min_length` must not be greater than `max_length`',
  )
  .refine(
    ({ initial_value = '', max_length = textLength }) => initial_value.length <= max_length,
    '`initial_value` must not be longer than `max_length`',
  );

const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number in a string');

/** https://docs.slack.dev/reference/block-kit/block-elements/number-input-element */
export const NumberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: Decimal.optional(),
    min_value: Decimal.optional(),
    max_value: Decimal.optional(),
  })
  .refine(
    ({ min_value, max_value }) =>
      min_value === undefined || max_value === undefined || Number(min_value) <= Number(max_value),
    '`min_value` must not be greater than `max_value`',
  );

/** https://docs.slack.dev/reference/block-kit/block-elements/email-input-element */
export const EmailInput = z.strictObject({ type: z.literal('email_text_input'), ...typed });

/** https://docs.slack.dev/reference/block-kit/block-elements/url-input-element */
export const UrlInput = z.strictObject({ type: z.literal('url_text_input'), ...typed });
