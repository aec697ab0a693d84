import { copyLink } from './copy-link.js';
import { byId, element } from './dom.js';
import { offerMenu } from './menu.js';

/** The ⚡ beside the composer, where the app has global shortcuts. */
export function startShortcuts(shortcuts, onPick) {
  const offered = ofType(shortcuts, 'global');
  const button = byId('shortcuts');
  button.hidden = offered.length === 0;
  offerMenu(button, () => entriesOf(offered, onPick));
}

/** The ⋯ of a message: the app's message shortcuts, and the message's link. */
export function drawMessageMenu(message, view) {
  // Slack offers none on what it does not keep.
  if (message.ephemeral_for !== undefined) return [];
  const offered = ofType(view.shortcuts, 'message');
  const copy = { label: view.words.copyLink, onPick: () => copyLink(message.permalink, view.words) };
  const button = element(
    'button',
    { type: 'button', class: 'icon message-menu', 'aria-label': view.words.moreOfMessage },
    '⋯',
  );
  offerMenu(button, () => [
    ...entriesOf(offered, (given) => view.onShortcut({ ...given, ts: message.ts })),
    copy,
  ]);
  return [button];
}

function ofType(shortcuts, type) {
  return shortcuts.filter((shortcut) => shortcut.type === type);
}

function entriesOf(shortcuts, onPick) {
  return shortcuts.map(({ name, callback_id }) => ({ label: name, onPick: () => onPick({ callback_id }) }));
}
