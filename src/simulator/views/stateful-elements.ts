/** Where an element keeps what was chosen or typed, and in which shape. */
export interface Statefulness {
  /** Its field in `state.values` and in `actions`. */
  readonly field: string;
  /** The element's own field for what is chosen at first. */
  readonly initial: string;
  readonly holds: 'text' | 'number' | 'option' | 'options' | 'texts' | 'other';
}

const typed = { field: 'value', initial: 'initial_value', holds: 'text' } as const;
const one = { field: 'selected_option', initial: 'initial_option', holds: 'option' } as const;
const several = { field: 'selected_options', initial: 'initial_options', holds: 'options' } as const;
const id = (what: string) =>
  ({ field: `selected_${what}`, initial: `initial_${what}`, holds: 'text' }) as const;
const ids = (what: string) =>
  ({ field: `selected_${what}s`, initial: `initial_${what}s`, holds: 'texts' }) as const;

/** Elements that have a state: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
export const STATEFUL: Readonly<Record<string, Statefulness>> = {
  plain_text_input: typed,
  email_text_input: typed,
  url_text_input: typed,
  number_input: typed,
  static_select: one,
  external_select: one,
  radio_buttons: one,
  multi_static_select: several,
  multi_external_select: several,
  checkboxes: several,
  datepicker: id('date'),
  timepicker: id('time'),
  datetimepicker: { ...id('date_time'), holds: 'number' },
  users_select: id('user'),
  conversations_select: id('conversation'),
  channels_select: id('channel'),
  multi_users_select: ids('user'),
  multi_conversations_select: ids('conversation'),
  multi_channels_select: ids('channel'),
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value', holds: 'other' },
  file_input: { field: 'files', initial: 'initial_files', holds: 'texts' },
};

/** What is chosen where nothing is. */
export function nothingChosen({ holds }: Statefulness): unknown {
  return holds === 'options' || holds === 'texts' ? [] : null;
}
