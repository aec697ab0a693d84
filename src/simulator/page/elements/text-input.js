import { element, newId } from '../dom.js';
import { choose, labels, names, remember, stateOf, tellsAtOnce } from './control.js';

/** What a phone's keyboard offers. Numbers are typed as text: a browser's number field drops what it does not know. */
const KEYBOARD = {
  email_text_input: { inputmode: 'email', autocapitalize: 'off' },
  number_input: { inputmode: 'decimal' },
  url_text_input: { inputmode: 'url', autocapitalize: 'off' },
};

/** One line or several. The app is told while typing, or at Enter, where the block wants that. */
export function drawTextInput(given, block, view, field) {
  const counterId = given.max_length === undefined ? undefined : newId('counter');
  const described = [field?.describedBy, counterId].filter(Boolean).join(' ') || undefined;
  const input = element(given.multiline ? 'textarea' : 'input', {
    ...(given.multiline ? { rows: 3 } : { type: 'text', ...KEYBOARD[given.type] }),
    ...labels(given, field),
    ...names(given, block),
    'aria-describedby': described,
    placeholder: given.placeholder?.text,
    autocomplete: 'off',
    'data-control': true,
  });
  const heldText = () => stateOf(given, block, view).value ?? '';
  input.value = heldText();
  const state = () => ({ value: input.value === '' ? null : input.value });
  const tell = () => {
    void choose(input, given, block, view, state(), () => {
      input.value = heldText();
    });
  };
  const tellsAt = tellsAtOnce(block)
    ? (given.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'])
    : [];
  input.addEventListener('input', () => {
    remember(given, block, view, state());
    if (tellsAt.includes('on_character_entered')) tell();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || given.multiline) return;
    if (!tellsAt.includes('on_enter_pressed')) return;
    event.preventDefault();
    tell();
  });
  const pressEnter = tellsAt.includes('on_enter_pressed') && !given.multiline;
  return element(
    'div',
    { class: 'text-input' },
    input,
    ...(counterId ? [drawCounter(input, given.max_length, counterId)] : []),
    ...(pressEnter ? [element('p', { class: 'description' }, view.words.pressEnter)] : []),
  );
}

/** `12/300`. Nothing is cut off: what is too long is said when the form is sent. */
function drawCounter(input, longest, id) {
  const counter = element('p', { class: 'counter', id });
  const count = () => {
    counter.textContent = `${input.value.length}/${longest}`;
    counter.classList.toggle('too-long', input.value.length > longest);
  };
  count();
  input.addEventListener('input', count);
  return counter;
}
