import { element, newId } from '../dom.js';
import { drawText } from '../draw-text.js';
import { keepFocusIn } from '../focus.js';
import { decode } from '../parse-mrkdwn.js';

/** Asks what the app wants asked before a tap is sent: https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object. */
export function ask({ title, text, confirm, deny, style }, words) {
  const [titleId, textId] = [newId('title'), newId('text')];
  const yes = element(
    'button',
    { type: 'button', class: style === 'danger' ? 'danger-filled' : 'primary' },
    decode(confirm?.text ?? words.yes),
  );
  const no = element('button', { type: 'button' }, decode(deny?.text ?? words.cancel));
  const dialog = element(
    'dialog',
    { class: 'confirm', role: 'alertdialog', 'aria-labelledby': titleId, 'aria-describedby': textId },
    element('h2', { id: titleId }, decode(title?.text ?? words.sure)),
    element('div', { id: textId }, drawText(text, 'text')),
    element('div', { class: 'dialog-buttons' }, no, yes),
  );
  keepFocusIn(dialog);
  document.body.append(dialog);
  return new Promise((resolve) => {
    yes.addEventListener('click', () => dialog.close('yes'));
    no.addEventListener('click', () => dialog.close());
    // Escape closes this one, not the modal below it.
    dialog.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation());
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    dialog.showModal();
    (style === 'danger' ? no : yes).focus();
  });
}
