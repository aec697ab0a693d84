import { z } from 'zod';
import type { FoundElement } from './find-element.ts';

const Option = z.looseObject({ value: z.string() });
const WithOptions = z.looseObject({ options: z.array(Option) });

/** Fields of an element that come back to the app with a tap. */
const Tapped = z.object({
  type: z.string(),
  action_id: z.string(),
  text: z.unknown().optional(),
  style: z.string().optional(),
  value: z.string().optional(),
});

/**
 * The entry of `actions` for a tap on this element. A given value wins over the element's own: that is what the
 * client of somebody sends who still sees an older version of the message.
 */
export function tappedAction(
  { block_id, element }: FoundElement,
  value: string | undefined,
  actionTs: string,
): Record<string, unknown> {
  const { type, action_id, text, style, value: ownValue } = Tapped.parse(element);
  const common = { action_id, block_id, type, action_ts: actionTs };
  const choices = WithOptions.safeParse(element);
  if (choices.success) {
    const chosen = choices.data.options.find((option) => option.value === value) ?? { value };
    return type === 'checkboxes' || type.startsWith('multi_')
      ? { ...common, selected_options: [chosen] }
      : { ...common, selected_option: chosen };
  }
  const sent = value ?? ownValue;
  return {
    ...common,
    ...(text === undefined ? {} : { text }),
    ...(sent === undefined ? {} : { value: sent }),
    ...(style === undefined ? {} : { style }),
  };
}

/** A button that need not exist: a hostile client may send anything. */
export function inventedAction(
  name: {
    readonly action_id: string;
    readonly block_id?: string | undefined;
    readonly value?: string | undefined;
  },
  actionTs: string,
): Record<string, unknown> {
  return {
    action_id: name.action_id,
    block_id: name.block_id ?? 'invented',
    type: 'button',
    text: { type: 'plain_text', text: 'invented', emoji: true },
    ...(name.value === undefined ? {} : { value: name.value }),
    action_ts: actionTs,
  };
}
