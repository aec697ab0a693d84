import { element, newId } from '../dom.js';
import { drawText } from '../draw-text.js';
import { choose, labels, names, stateOf } from './control.js';

export function drawRadioButtons(given, block, view, field) {
  const chosen = () => [stateOf(given, block, view).selected_option].filter(Boolean);
  return drawChoices('radio', given, block, view, {
    field,
    chosen,
    state: ([one]) => ({ selected_option: one ?? null }),
  });
}

export function drawCheckboxes(given, block, view, field) {
  const chosen = () => stateOf(given, block, view).selected_options;
  return drawChoices('checkbox', given, block, view, {
    field,
    chosen,
    state: (all) => ({ selected_options: all }),
  });
}

function drawChoices(type, given, block, view, { field, chosen, state }) {
  const name = newId('choice');
  const boxes = given.options.map(({ value }) =>
    element('input', { type, name, value, ...names(given, block), 'data-value': value }),
  );
  const showChosen = () => {
    const values = chosen().map(({ value }) => value);
    for (const box of boxes) box.checked = values.includes(box.value);
  };
  showChosen();
  const { id: _none, ...group } = labels(given, field);
  const list = element(
    'div',
    { class: 'choices', role: type === 'radio' ? 'radiogroup' : 'group', ...group, 'data-control': true },
    ...given.options.map((option, index) => drawChoice(option, boxes[index])),
  );
  list.addEventListener('change', () => {
    const now = given.options.filter((_option, index) => boxes[index].checked);
    void choose(list, given, block, view, state(now), showChosen);
  });
  return list;
}

function drawChoice({ text, description }, box) {
  return element(
    'label',
    { class: 'choice' },
    box,
    element(
      'span',
      {},
      drawText(text, 'choice-text'),
      ...(description ? [drawText(description, 'description')] : []),
    ),
  );
}
