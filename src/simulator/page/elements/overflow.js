import { element } from '../dom.js';
import { offerMenu } from '../menu.js';
import { decode } from '../parse-mrkdwn.js';
import { names, tap } from './control.js';

/** The ⋯ that opens a few more things to do. */
export function drawOverflow(given, block, view) {
  const button = element(
    'button',
    { type: 'button', class: 'icon', 'aria-label': view.words.more, ...names(given, block) },
    '⋯',
  );
  const entries = given.options.map((option) => ({
    label: decode(option.text.text),
    description: option.description && decode(option.description.text),
    href: option.url,
    onPick: () => tap(button, given, block, view, option.value),
  }));
  offerMenu(button, () => entries);
  return element('span', { class: 'overflow' }, button);
}
