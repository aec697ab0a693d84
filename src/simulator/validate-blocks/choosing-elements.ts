import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { ActionId, Confirm, FormattedOption, Option, OptionGroup, OverflowOption } from './composition.ts';
import { choosable, placeholder } from './element-fields.ts';

const optionsOrGroups = {
  options: z.array(Option).min(1).max(LIMITS.select.options).optional(),
  option_groups: z.array(OptionGroup).min(1).max(LIMITS.select.options).optional(),
};

const EITHER_OPTIONS = 'must define either `options` or `option_groups`';
const INITIAL_AMONG_OPTIONS = 'what is chosen at first must be one of the options';

const maxSelected = { max_selected_items: z.number().int().min(1).optional() };

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const StaticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...choosable,
    placeholder,
    ...optionsOrGroups,
    initial_option: Option.optional(),
  })
  .refine(hasOptions, EITHER_OPTIONS)
  .refine(beginsAmongOptions, INITIAL_AMONG_OPTIONS);

/** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
export const MultiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...choosable,
    placeholder,
    ...optionsOrGroups,
    initial_options: z.array(Option).min(1).optional(),
    ...maxSelected,
  })
  .refine(hasOptions, EITHER_OPTIONS)
  .refine(beginsAmongOptions, INITIAL_AMONG_OPTIONS);

const loading = { ...choosable, placeholder, min_query_length: z.number().int().min(0).optional() };

export const ExternalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...loading,
  initial_option: Option.optional(),
});

export const MultiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...loading,
  initial_options: z.array(Option).min(1).optional(),
  ...maxSelected,
});

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export const Overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: ActionId,
  confirm: Confirm.optional(),
  options: z.array(OverflowOption).min(1).max(LIMITS.overflow.options),
});

const choices = z.array(FormattedOption).min(1).max(LIMITS.choices.options);

/** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
export const Checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...choosable,
    options: choices,
    initial_options: z.array(FormattedOption).min(1).optional(),
  })
  .refine(beginsAmongOptions, INITIAL_AMONG_OPTIONS);

/** https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
export const RadioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...choosable,
    options: choices,
    initial_option: FormattedOption.optional(),
  })
  .refine(beginsAmongOptions, INITIAL_AMONG_OPTIONS);

interface Optional {
  readonly options?: readonly { value: string }[] | undefined;
  readonly option_groups?: readonly { options: readonly { value: string }[] }[] | undefined;
  readonly initial_option?: { value: string } | undefined;
  readonly initial_options?: readonly { value: string }[] | undefined;
}

function hasOptions({ options, option_groups }: Optional): boolean {
  return (options === undefined) !== (option_groups === undefined);
}

/** "This option must exactly match one of the options". */
function beginsAmongOptions(element: Optional): boolean {
  const all = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap(({ options }) => options),
  ];
  const known = new Set(all.map((option) => canonical(option)));
  const first = [
    ...(element.initial_options ?? []),
    ...(element.initial_option ? [element.initial_option] : []),
  ];
  return first.every((option) => known.has(canonical(option)));
}

/** The same for equal values, in whatever order their fields were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
