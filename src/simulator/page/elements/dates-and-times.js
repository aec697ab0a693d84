import { instantAt, localDateAndTime } from '../dates.js';
import { element } from '../dom.js';
import { choose, labels, names, stateOf } from './control.js';

export function drawDate(given, block, view, field) {
  return drawPicker('date', given, block, view, {
    field,
    shown: ({ selected_date }) => selected_date ?? '',
    state: (value) => ({ selected_date: value || null }),
  });
}

export function drawTime(given, block, view, field) {
  return drawPicker('time', given, block, view, {
    field,
    shown: ({ selected_time }) => selected_time ?? '',
    state: (value) => ({ selected_time: value || null }),
  });
}

/** In the person's zone, as Slack has it; the app gets seconds since 1970. */
export function drawDateAndTime(given, block, view, field) {
  const { tz } = view.person;
  return drawPicker('datetime-local', given, block, view, {
    field,
    shown: ({ selected_date_time: seconds }) =>
      seconds ? localDateAndTime(new Date(seconds * 1_000), tz) : '',
    state: (value) => ({ selected_date_time: value ? instantAt(value, tz).getTime() / 1_000 : null }),
  });
}

/** Somebody who types a date passes through others: the app hears of the one at which they leave or press Enter. */
function drawPicker(type, given, block, view, { field, shown, state }) {
  const picker = element('input', {
    type,
    max: type === 'time' ? undefined : type === 'date' ? '9999-12-31' : '9999-12-31T23:59',
    ...labels(given, field),
    ...names(given, block),
    'data-control': true,
  });
  const showChosen = () => {
    picker.value = shown(stateOf(given, block, view));
  };
  showChosen();
  let isTyping = false;
  const settle = () => {
    isTyping = false;
    if (picker.value === shown(stateOf(given, block, view))) return;
    if (picker.value === '' && block.type !== 'input') return showChosen();
    void choose(picker, given, block, view, state(picker.value), showChosen);
  };
  picker.addEventListener('keydown', (event) => {
    isTyping = true;
    if (event.key === 'Enter') settle();
  });
  picker.addEventListener('pointerdown', () => {
    isTyping = false;
  });
  picker.addEventListener('change', () => {
    if (!isTyping || block.type === 'input') settle();
  });
  picker.addEventListener('blur', settle);
  return picker;
}
