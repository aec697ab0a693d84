import { byId, element } from './dom.js';
import { dayOf, drawDay, drawMessage } from './draw-message.js';

let drawn = new Map();
let drawnFor = '';

/** Shows the person's DM. Only what changed is drawn anew, so that focus and scrolling stay where they are. */
export function showConversation(messages, view) {
  const list = byId('messages');
  const isOther = drawnFor !== view.person.id;
  const follows = isOther || isAtNewest();
  const focused = focusedControl();
  const previous = isOther ? new Map() : drawn;
  list.setAttribute('aria-busy', String(view.preparing));
  drawn = new Map(messages.map((message) => [message.ts, itemFor(message, previous, view)]));
  drawnFor = view.person.id;
  list.lang = view.person.locale;
  list.replaceChildren(...withDays(messages, view));
  if (follows) scrollToNewest();
  if (focused && document.activeElement === document.body) list.querySelector(focused)?.focus();
}

/** Shows the newest message from its first line. */
export function scrollToNewest() {
  byId('messages').lastElementChild.scrollIntoView({ block: 'start' });
}

/** Whoever reads older messages is left where they are when a new one arrives. */
function isAtNewest() {
  const newest = byId('messages').lastElementChild;
  return newest === null || newest.getBoundingClientRect().top < innerHeight;
}

function itemFor(message, previous, view) {
  const said = JSON.stringify(message);
  const before = previous.get(message.ts);
  if (before?.said === said) return before;
  const node = drawMessage(message, view);
  for (const mention of node.querySelectorAll('[data-user]')) {
    mention.textContent = `@${view.nameOf(mention.dataset.user)}`;
  }
  return { said, node };
}

function withDays(messages, view) {
  if (view.preparing)
    return [element('li', { class: 'empty', lang: view.words.language }, view.words.preparing)];
  if (messages.length === 0) return [element('li', { class: 'empty' }, view.words.empty(view.bot.name))];
  return messages.flatMap(({ ts }, index) => {
    const before = messages[index - 1];
    const isNewDay = before === undefined || dayOf(before.ts, view.person) !== dayOf(ts, view.person);
    return [...(isNewDay ? [drawDay(ts, view.person)] : []), drawn.get(ts).node];
  });
}

/** How to find the focused button again after its message was drawn anew. */
function focusedControl() {
  const control = document.activeElement?.closest('[data-action-id]');
  const message = control?.closest('[data-ts]');
  if (!message) return undefined;
  const attribute = (name, value) => (value === undefined ? '' : `[${name}="${CSS.escape(value)}"]`);
  const { actionId, blockId, value } = control.dataset;
  return (
    attribute('data-ts', message.dataset.ts) +
    ' ' +
    attribute('data-action-id', actionId) +
    attribute('data-block-id', blockId) +
    attribute('data-value', value)
  );
}
