/**
 * What an element holds, as Slack writes it in `state.values`:
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload.
 */
const STATE = {
  checkboxes: ({ initial_options }) => ({ selected_options: initial_options ?? [] }),
  datepicker: ({ initial_date }) => ({ selected_date: initial_date ?? null }),
  datetimepicker: ({ initial_date_time }) => ({ selected_date_time: initial_date_time ?? null }),
  email_text_input: textState,
  external_select: optionState,
  multi_external_select: optionsState,
  multi_static_select: optionsState,
  multi_users_select: ({ initial_users }) => ({ selected_users: initial_users ?? [] }),
  number_input: textState,
  plain_text_input: textState,
  radio_buttons: optionState,
  static_select: optionState,
  timepicker: ({ initial_time }) => ({ selected_time: initial_time ?? null }),
  url_text_input: textState,
  users_select: ({ initial_user }) => ({ selected_user: initial_user ?? null }),
};

function textState({ initial_value }) {
  return { value: initial_value ?? null };
}

function optionState({ initial_option }) {
  return { selected_option: initial_option ?? null };
}

function optionsState({ initial_options }) {
  return { selected_options: initial_options ?? [] };
}

/** What an element holds before anybody touched it. */
export function initialState(given) {
  return { type: given.type, ...STATE[given.type]?.(given) };
}

/** All but its type. */
function heldIn(state) {
  return Object.entries(state)
    .filter(([name]) => name !== 'type')
    .map(([, held]) => held);
}

export function isEmpty(state) {
  return heldIn(state).every(
    (one) =>
      one === null ||
      one === undefined ||
      (typeof one === 'string' && one.trim() === '') ||
      (Array.isArray(one) && one.length === 0),
  );
}

/** The same in a word, as `/_control/action` takes it: a text, an option's value, a list of them, or seconds. */
export function valueIn(state) {
  if (state.selected_option !== undefined) return state.selected_option?.value;
  if (state.selected_options !== undefined) return state.selected_options.map(({ value }) => value);
  return heldIn(state)[0] ?? undefined;
}

/** The interactive elements of a block. */
export function elementsOf({ element, accessory, elements = [] }) {
  return [element, accessory, ...elements].filter((one) => one?.action_id !== undefined);
}
