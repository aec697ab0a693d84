import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { anyText, plainText } from './text.ts';

export const BlockId = z.string().min(1).max(LIMITS.blockId).optional();

/** Slack makes one up where it is missing. */
export const ActionId = z.string().min(1).max(LIMITS.actionId).optional();

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const Confirm = z.strictObject({
  title: plainText(LIMITS.confirm.title),
  text: anyText(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.confirm),
  deny: plainText(LIMITS.confirm.deny),
  style: z.enum(['primary', 'danger']).optional(),
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const Option = z.strictObject({
  text: plainText(LIMITS.option.text),
  value: z.string().min(1).max(LIMITS.option.value),
  description: plainText(LIMITS.option.description).optional(),
});

/** Only overflow menus open a link. */
export const OverflowOption = Option.extend({ url: z.string().max(LIMITS.button.url).optional() });

/** Only checkboxes and radio buttons are formatted. */
export const FormattedOption = z.strictObject({
  text: anyText(LIMITS.option.text),
  value: z.string().min(1).max(LIMITS.option.value),
  description: anyText(LIMITS.option.description).optional(),
});

export const OptionGroup = z.strictObject({
  label: plainText(LIMITS.option.text),
  options: z.array(Option).min(1).max(LIMITS.select.options),
});

export const Image = z.strictObject({
  type: z.literal('image'),
  block_id: BlockId,
  image_url: z.string().min(1).max(LIMITS.image.url).optional(),
  slack_file: z.looseObject({}).optional(),
  alt_text: z.string().min(1).max(LIMITS.image.altText),
});
