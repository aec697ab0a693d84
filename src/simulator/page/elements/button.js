import { element } from '../dom.js';
import { decode } from '../parse-mrkdwn.js';
import { names, tap } from './control.js';

export function drawButton(given, block, view) {
  if (given.url) {
    return element(
      'a',
      { class: 'button', href: given.url, target: '_blank', rel: 'noopener noreferrer' },
      decode(given.text.text),
    );
  }
  const button = element(
    'button',
    {
      type: 'button',
      class: given.style,
      'aria-label': given.accessibility_label,
      ...names(given, block),
      'data-value': given.value,
    },
    decode(given.text.text),
  );
  button.addEventListener('click', () => tap(button, given, block, view, given.value));
  return button;
}
