import { element } from '../dom.js';
import { decode } from '../parse-mrkdwn.js';
import { choose, labels, names, stateOf } from './control.js';

/** `static_select`: the browser's own list, which phones and keyboards know how to use. */
export function drawSelect(given, block, view, field) {
  const groups = given.option_groups ?? [{ options: given.options ?? [] }];
  const options = groups.flatMap((group) => group.options);
  const select = element(
    'select',
    { ...labels(given, field), ...names(given, block) },
    element('option', { value: '' }, given.placeholder?.text ?? '…'),
    ...groups.flatMap(({ label, options: own }) =>
      label
        ? [element('optgroup', { label: decode(label.text) }, ...own.map(drawOption))]
        : own.map(drawOption),
    ),
  );
  const showChosen = () => {
    select.value = stateOf(given, block, view).selected_option?.value ?? '';
  };
  showChosen();
  select.addEventListener('change', () => {
    const chosen = options.find(({ value }) => value === select.value) ?? null;
    // Outside a form Slack has no way to choose nothing.
    if (chosen === null && block.type !== 'input') return showChosen();
    return choose(select, given, block, view, { selected_option: chosen }, showChosen);
  });
  return select;
}

function drawOption({ text, value }) {
  return element('option', { value }, decode(text.text));
}
