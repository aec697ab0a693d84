import { decode } from '../parse-mrkdwn.js';
import { drawCombobox } from './combobox.js';
import { choose, stateOf } from './control.js';

/** Slack's own default. */
const MIN_QUERY_LENGTH = 3;

/** `external_select` and its sister for several: the app offers what fits what was typed. */
export function drawExternalSelect(given, block, view, field) {
  const fromTyped = given.min_query_length ?? MIN_QUERY_LENGTH;
  return drawSearch(given, block, view, field, {
    tooShort: (typed) => typed.length < fromTyped,
    find: async (typed) =>
      groupsIn(
        await view.loadOptions({ action_id: given.action_id, block_id: block.block_id, value: typed }),
      ),
    several: given.type.startsWith('multi_'),
  });
}

/** `multi_static_select`: the options are here, and typing finds among them. */
export function drawMultiSelect(given, block, view, field) {
  return drawSearch(given, block, view, field, {
    tooShort: () => false,
    find: async (typed) => fitting(groupsIn(given), typed),
    several: true,
  });
}

/** The people of the workspace, one or several. */
export function drawPeopleSelect(given, block, view, field) {
  const several = given.type.startsWith('multi_');
  const optionOf = (id) => ({ text: { type: 'plain_text', text: view.nameOf(id) }, value: id });
  return drawSearch(given, block, view, field, {
    tooShort: () => false,
    find: async (typed) => fitting([{ options: view.people.map(({ id }) => optionOf(id)) }], typed),
    several,
    chosen: ({ selected_user, selected_users }) =>
      [selected_user ?? [], selected_users ?? []].flat().map(optionOf),
    state: (options) => {
      const ids = options.map(({ value }) => value);
      return several ? { selected_users: ids } : { selected_user: ids[0] ?? null };
    },
  });
}

function drawSearch(given, block, view, field, how) {
  const {
    chosen = ({ selected_option, selected_options }) =>
      [selected_option ?? [], selected_options ?? []].flat(),
    state = (options) =>
      how.several ? { selected_options: options } : { selected_option: options[0] ?? null },
    ...search
  } = how;
  return drawCombobox(given, block, view, field, {
    ...search,
    chosen: () => chosen(stateOf(given, block, view)),
    choose: (control, options, undo) => choose(control, given, block, view, state(options), undo),
    atMost: given.max_selected_items ?? Number.POSITIVE_INFINITY,
    // Outside a form Slack has no way to choose nothing.
    mayBeNone: block.type === 'input',
  });
}

function groupsIn({ options, option_groups }) {
  return option_groups ?? [{ options: options ?? [] }];
}

function fitting(groups, typed) {
  const wanted = typed.trim().toLowerCase();
  return groups
    .map(({ label, options }) => ({
      label,
      options: options.filter(({ text }) => decode(text.text).toLowerCase().includes(wanted)),
    }))
    .filter(({ options }) => options.length > 0);
}
