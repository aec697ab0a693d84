import { element, newId } from '../dom.js';
import { decode } from '../parse-mrkdwn.js';
import { labels, names } from './control.js';
import { closeList, openList, point, pointedAt } from './listbox.js';

/** How long after a keystroke options are looked for. */
const PAUSE_MS = 200;

/**
 * A field in which typing finds options, as in https://www.w3.org/WAI/ARIA/apg/patterns/combobox/: arrows move,
 * Enter picks, Escape closes the list. `how` says what is found, what is chosen, and what a choice does.
 */
export function drawCombobox(given, block, view, field, how) {
  const listId = newId('list');
  const input = element('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    ...labels(given, field),
    ...names(given, block),
    placeholder: given.placeholder?.text ?? view.words.search,
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-expanded': 'false',
    'data-control': true,
  });
  const list = element('div', { class: 'listbox', id: listId, role: 'listbox', hidden: true });
  if (how.several) list.setAttribute('aria-multiselectable', 'true');
  const status = element('p', { class: 'description', role: 'status' });
  const chips = element('ul', { class: 'chips' });
  const box = { input, list, status, chips, view, how, options: [], looking: 0 };
  input.addEventListener('input', () => look(box));
  input.addEventListener('focus', () => !how.several && input.select());
  input.addEventListener('click', () => list.hidden && look(box, true));
  input.addEventListener('blur', () => leave(box));
  input.addEventListener('keydown', (event) => onKey(event, box));
  // The field keeps the focus while the mouse picks.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  showChosen(box);
  return element('div', { class: 'combobox' }, ...(how.several ? [chips] : []), input, list, status);
}

/** Shows what is chosen: in the field, or, of several, as what can be taken off. */
function showChosen({ input, chips, view, how }) {
  const chosen = how.chosen();
  if (!how.several) {
    input.value = chosen[0] ? decode(chosen[0].text.text) : '';
    return;
  }
  input.value = '';
  chips.replaceChildren(...chosen.map((option) => drawChip(option)));

  function drawChip(option) {
    const text = decode(option.text.text);
    const button = element('button', { type: 'button', 'aria-label': view.words.takeOff(text) }, text, ' ×');
    button.addEventListener('click', () => {
      input.focus();
      void settle({ input, chips, view, how }, without(chosen, option));
    });
    return element('li', {}, button);
  }
}

async function settle(box, options) {
  const undo = () => showChosen(box);
  const done = box.how.choose(box.input, options, undo);
  showChosen(box);
  await done;
}

/** Looks for options a moment after the last keystroke; what comes in too late is dropped. */
async function look(box, all = false) {
  box.looking += 1;
  const mine = box.looking;
  const typed = all && !box.how.several ? '' : box.input.value;
  if (box.how.tooShort(typed)) return hide(box, box.view.words.typeMore);
  if (!all) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  if (mine !== box.looking) return;
  box.status.textContent = box.view.words.looking;
  try {
    const groups = await box.how.find(typed);
    if (mine === box.looking) offer(box, groups);
  } catch (error) {
    if (mine === box.looking) hide(box, `⚠ ${error.message}`);
  }
}

function offer(box, groups) {
  const chosen = box.how.chosen();
  box.options = groups.flatMap(({ options }) => options);
  if (box.options.length === 0) return hide(box, box.view.words.nothingFound);
  box.status.textContent = '';
  box.list.replaceChildren(
    ...groups.flatMap(({ label, options }) => [
      ...(label ? [element('div', { class: 'group', role: 'presentation' }, decode(label.text))] : []),
      ...options.map((option) => drawOption(option, chosen, box)),
    ]),
  );
  openList(box);
}

function drawOption(option, chosen, box) {
  const node = element(
    'div',
    {
      id: newId('option'),
      role: 'option',
      'data-value': option.value,
      'aria-selected': String(chosen.some(({ value }) => value === option.value)),
    },
    element('span', {}, decode(option.text.text)),
    ...(option.description
      ? [element('span', { class: 'description' }, decode(option.description.text))]
      : []),
  );
  node.addEventListener('click', () => pick(box, option));
  return node;
}

function pick(box, option) {
  const chosen = box.how.chosen();
  hide(box, '');
  if (!box.how.several) return settle(box, [option]);
  const isOn = chosen.some(({ value }) => value === option.value);
  if (!isOn && chosen.length >= box.how.atMost) return hide(box, box.view.words.atMost(box.how.atMost));
  return settle(box, isOn ? without(chosen, option) : [...chosen, option]);
}

function without(options, taken) {
  return options.filter(({ value }) => value !== taken.value);
}

function hide(box, why) {
  box.looking += 1;
  closeList(box);
  box.status.textContent = why;
}

/** An emptied field chooses nothing; a text that was not picked is not a choice. */
function leave(box) {
  hide(box, '');
  if (box.how.several) {
    // The chips stay as they are: the focus may be on its way to one.
    box.input.value = '';
    return;
  }
  const isEmptied = box.input.value.trim() === '' && box.how.chosen().length > 0;
  if (isEmptied && box.how.mayBeNone) void settle(box, []);
  else showChosen(box);
}

function onKey(event, box) {
  if (event.isComposing) return;
  const isOpen = !box.list.hidden;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (isOpen) point(box, pointedAt(box) + (event.key === 'ArrowDown' ? 1 : -1));
    else void look(box, true);
  } else if (event.key === 'Enter') {
    // Enter never sends the form from here: what was typed may not be what was chosen.
    event.preventDefault();
    if (isOpen) void pick(box, box.options[pointedAt(box)]);
  } else if (event.key === 'Escape' && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    hide(box, '');
  } else if (event.key === 'Backspace' && box.how.several && box.input.value === '') {
    const chosen = box.how.chosen();
    if (chosen.length > 0) void settle(box, chosen.slice(0, -1));
  }
}
