import { byId, element, newId } from './dom.js';
import { keepFocusIn } from './focus.js';

/** How long it is said that something was copied, in milliseconds. */
const SAID_MS = 4_000;

/** Puts a message's link on the clipboard and says so; where the browser gives none, shows it to be copied by hand. */
export async function copyLink(link, words) {
  try {
    await navigator.clipboard.writeText(link);
    say(words.linkCopied);
  } catch {
    showLink(link, words);
  }
}

function say(sentence) {
  const place = byId('said');
  place.textContent = sentence;
  setTimeout(() => {
    place.textContent = '';
  }, SAID_MS);
}

function showLink(link, words) {
  const labelId = newId('label');
  const field = element('input', { type: 'text', readonly: true, value: link, 'aria-labelledby': labelId });
  const close = element('button', { type: 'button' }, words.close);
  const dialog = element(
    'dialog',
    { class: 'confirm', 'aria-labelledby': labelId },
    element('h2', { id: labelId }, words.copyByHand),
    field,
    element('div', { class: 'dialog-buttons' }, close),
  );
  keepFocusIn(dialog);
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  field.select();
}
