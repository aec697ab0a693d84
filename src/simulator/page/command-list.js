import { byId, element, newId } from './dom.js';
import { closeList, openList, point, pointedAt } from './elements/listbox.js';

const COMBOBOX = [
  ['role', 'combobox'],
  ['aria-autocomplete', 'list'],
  ['aria-controls', 'commands'],
  ['aria-expanded', 'false'],
];

/**
 * What can be begun with a `/` in the composer: the app's commands and global shortcuts, as Slack lists them while one
 * types. A picked command waits for its text, a shortcut runs at once.
 */
export function startCommandList({ commands, shortcuts }, words, onShortcut) {
  const input = byId('composer-text');
  const all = [
    ...commands.map((one) => commandEntry(one, input)),
    ...shortcuts.filter(({ type }) => type === 'global').map((one) => shortcutEntry(one, input, onShortcut)),
  ];
  if (all.length === 0) return;
  const list = element('div', {
    class: 'listbox commands',
    id: 'commands',
    role: 'listbox',
    'data-label': 'commands',
    hidden: true,
  });
  input.before(list);
  for (const [name, value] of COMBOBOX) input.setAttribute(name, value);
  const box = { input, list, offered: [] };
  input.addEventListener('input', () => offer(box, all, words()));
  input.addEventListener('blur', () => closeList(box));
  input.addEventListener('keydown', (event) => onKey(event, box));
  // The field keeps the focus while the mouse picks.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
}

function commandEntry({ command, usage_hint, description }, input) {
  return {
    name: command,
    hint: usage_hint,
    description,
    fits: (typed) => command.toLowerCase().startsWith(typed.toLowerCase()),
    pick: () => {
      input.value = `${command} `;
      input.focus();
    },
  };
}

function shortcutEntry({ name, callback_id }, input, onShortcut) {
  return {
    name,
    isShortcut: true,
    fits: (typed) => name.toLowerCase().includes(typed.slice(1).toLowerCase()),
    pick: () => {
      input.value = '';
      void onShortcut({ callback_id });
    },
  };
}

function offer(box, all, words) {
  const typed = box.input.value;
  box.offered = /^\/\S*$/.test(typed) ? all.filter(({ fits }) => fits(typed)) : [];
  if (box.offered.length === 0) return closeList(box);
  box.list.replaceChildren(...box.offered.map((entry) => drawEntry(entry, box, words)));
  openList(box);
}

function drawEntry(entry, box, words) {
  const { name, hint, description = entry.isShortcut ? words.shortcut : undefined } = entry;
  const node = element(
    'div',
    { id: newId('option'), role: 'option', 'aria-selected': 'false' },
    element('span', {}, element('strong', {}, name), ...(hint ? [` ${hint}`] : [])),
    ...(description ? [element('span', { class: 'description' }, description)] : []),
  );
  node.addEventListener('click', () => pick(box, entry));
  return node;
}

function pick(box, entry) {
  closeList(box);
  entry.pick();
}

function onKey(event, box) {
  if (event.isComposing || box.list.hidden) return;
  const entry = box.offered[pointedAt(box)];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    point(box, pointedAt(box) + (event.key === 'ArrowDown' ? 1 : -1));
  } else if (event.key === 'Escape') {
    event.preventDefault();
    closeList(box);
  } else if (event.key === 'Enter') {
    // A command that is all there is sent as it stands.
    if (entry?.name === box.input.value) return closeList(box);
    event.preventDefault();
    if (entry) pick(box, entry);
  }
}
