import { z } from 'zod';
import { type Option, optionsOf, type Scalar, stateValueFor } from '../views/state-values.ts';
import type { ElementName, FoundElement } from './find-element.ts';

/** Fields of an element that come back to the app with a tap, where it has them. */
const SENT_ALONG = [
  'text',
  'style',
  'url',
  'placeholder',
  'confirm',
  'initial_option',
  'initial_options',
  'initial_date',
  'initial_time',
  'initial_date_time',
  'initial_user',
];

const Button = z.looseObject({ value: z.string().optional() });

/**
 * The entry of `actions` for a tap on this element. A given value wins over the element's own: that is what the
 * client of somebody sends who still sees an older version of the message.
 */
export function tappedAction(
  found: FoundElement,
  value: Scalar | undefined,
  actionTs: string,
  loaded: readonly Option[],
): Record<string, unknown> {
  const { block_id, element } = found;
  const common = {
    action_id: element.action_id,
    block_id,
    type: element.type,
    action_ts: actionTs,
    ...Object.fromEntries(
      SENT_ALONG.filter((field) => element[field] !== undefined).map((field) => [field, element[field]]),
    ),
  };
  const state = stateValueFor(found, value ?? null, loaded);
  if (state !== undefined) return { ...common, ...state };
  if (element.type === 'overflow') return { ...common, selected_option: optionChosen(found, value) };
  const sent = value ?? Button.parse(element).value;
  return { ...common, ...(sent === undefined ? {} : { value: sent }) };
}

function optionChosen({ element }: FoundElement, value: Scalar | undefined): unknown {
  return optionsOf(element).find((option) => option.value === value) ?? { value };
}

/** A button that need not exist: a hostile client may send anything. */
export function inventedAction(name: ElementName, actionTs: string): Record<string, unknown> {
  return {
    action_id: name.action_id,
    block_id: name.block_id ?? 'invented',
    type: 'button',
    text: { type: 'plain_text', text: 'invented', emoji: true },
    ...(name.value === undefined ? {} : { value: name.value }),
    action_ts: actionTs,
  };
}
