import { z } from 'zod';
import { elementsIn, type FoundElement } from '../app/find-element.ts';
import type { StoredBlock } from '../state/message.ts';
import { nothingChosen, STATEFUL } from './stateful-elements.ts';

/** The state of one element as Slack sends it: `{ type: 'plain_text_input', value }`. */
export const StateValue = z.looseObject({ type: z.string() });
export type StateValue = z.infer<typeof StateValue>;

/** By `block_id` and `action_id`. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;

/** What a script says instead of a state value: an option by its `value`, several in a list, a text, seconds. */
export const Scalar = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
export type Scalar = z.infer<typeof Scalar>;

const Option = z.looseObject({ value: z.string() });
export type Option = z.infer<typeof Option>;

/**
 * The state of everything stateful in these blocks: what was chosen there, else what the app chose at first. What
 * was chosen outlives an update of the blocks as long as `block_id`, `action_id` and type stay the same.
 *
 * @see https://docs.slack.dev/surfaces/modals#updating_views
 */
export function stateOf(blocks: readonly StoredBlock[], chosen: StateValues): StateValues {
  const values: Record<string, Record<string, StateValue>> = {};
  for (const { block_id, element } of elementsIn(blocks)) {
    const statefulness = STATEFUL[element.type];
    if (statefulness === undefined) continue;
    const known = chosen[block_id]?.[element.action_id];
    const first = element[statefulness.initial] ?? nothingChosen(statefulness);
    values[block_id] = {
      ...values[block_id],
      [element.action_id]:
        known?.type === element.type ? known : { type: element.type, [statefulness.field]: first },
    };
  }
  return values;
}

/** The state of an element after somebody chose `scalar`; `loaded` are the options that the app gave it. */
export function stateValueFor(
  { element }: FoundElement,
  scalar: Scalar,
  loaded: readonly Option[] = [],
): StateValue | undefined {
  const statefulness = STATEFUL[element.type];
  if (statefulness === undefined) return undefined;
  const { field, holds } = statefulness;
  const state = (chosen: unknown) => ({ type: element.type, [field]: chosen });
  if (scalar === null) return state(nothingChosen(statefulness));
  const listed = Array.isArray(scalar) ? scalar : [String(scalar)];
  const [first = ''] = listed;
  const options = [...optionsOf(element), ...loaded];
  switch (holds) {
    case 'option':
      return state(optionOf(options, first));
    case 'options':
      return state(listed.map((value) => optionOf(options, value)));
    case 'texts':
      return state(listed);
    case 'number':
      return state(Number(first));
    default:
      return state(first === '' ? null : first);
  }
}

/** An option that is not there is sent all the same: that is what a stale or hostile client does. */
function optionOf(options: readonly Option[], value: string): Option {
  return options.find((option) => option.value === value) ?? { value };
}

const WithOptions = z.object({
  options: z.array(Option).default([]),
  option_groups: z.array(z.object({ options: z.array(Option) })).default([]),
  initial_option: Option.optional(),
  initial_options: z.array(Option).default([]),
});

export function optionsOf(element: FoundElement['element']): Option[] {
  const { options, option_groups, initial_option, initial_options } = WithOptions.parse(element);
  return [
    ...options,
    ...option_groups.flatMap((group) => group.options),
    ...(initial_option === undefined ? [] : [initial_option]),
    ...initial_options,
  ];
}
