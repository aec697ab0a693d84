import { element } from './dom.js';

/** Lets a button open a menu: arrows move, Enter picks, Escape and a click elsewhere close it. */
export function offerMenu(button, entries) {
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => open(button, entries()));
}

function open(button, entries) {
  const menu = element(
    'div',
    { class: 'menu', role: 'menu', popover: 'auto' },
    ...entries.map((entry) => drawEntry(entry, () => menu.hidePopover())),
  );
  button.after(menu);
  menu.addEventListener('keydown', (event) => move(event, menu));
  menu.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'));
    if (newState === 'open') return;
    if (menu.contains(document.activeElement)) button.focus();
    menu.remove();
  });
  menu.showPopover();
  placeBeside(menu, button);
  menu.firstElementChild?.focus();
}

function drawEntry({ label, description, href, onPick }, close) {
  const words = [
    element('span', {}, label),
    ...(description ? [element('span', { class: 'description' }, description)] : []),
  ];
  const entry = href
    ? element(
        'a',
        { role: 'menuitem', tabindex: -1, href, target: '_blank', rel: 'noopener noreferrer' },
        words,
      )
    : element('button', { type: 'button', role: 'menuitem', tabindex: -1 }, words);
  entry.addEventListener('click', () => {
    close();
    void onPick();
  });
  return entry;
}

function move(event, menu) {
  const entries = [...menu.children];
  const at = entries.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1, Tab: undefined }[event.key];
  if (event.key === 'Tab') menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  entries.at(to % entries.length)?.focus();
}

/** Below the button, or above it where there is no room; never past the edge of the screen. */
function placeBeside(menu, button) {
  const anchor = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + 4;
  const top = below + height > innerHeight ? Math.max(8, anchor.top - height - 4) : below;
  const left = Math.max(8, Math.min(anchor.left, innerWidth - width - 8));
  menu.style.insetBlockStart = `${top}px`;
  menu.style.insetInlineStart = `${left}px`;
}
