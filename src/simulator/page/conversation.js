import { byId, element, putChildren } from './dom.js';
import { dayOf, drawDay, drawMessage } from './draw-message.js';
import { nameMentions } from './draw-text.js';
import { focusIn, restoreFocus } from './focus.js';

let drawn = new Map();
let drawnFor = '';

/** Shows the person's DM, or a channel. Only what changed is drawn anew, so that focus and scrolling stay where they are. */
export function showConversation(messages, view) {
  const list = byId('messages');
  const isOther = drawnFor !== view.placeKey;
  const follows = isOther || isAtNewest();
  const focus = focusIn(list);
  const previous = isOther ? new Map() : drawn;
  list.setAttribute('aria-busy', String(view.preparing));
  drawn = new Map(messages.map((message) => [message.ts, itemFor(message, previous, view)]));
  drawnFor = view.placeKey;
  list.lang = view.person.locale;
  putChildren(list, withDays(messages, view));
  if (follows) scrollToNewest();
  restoreFocus(list, focus);
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
  nameMentions(node, view.nameOf);
  return { said, node };
}

function withDays(messages, view) {
  if (view.preparing)
    return [element('li', { class: 'empty', lang: view.words.language }, view.words.preparing)];
  if (messages.length === 0) return [element('li', { class: 'empty' }, emptyIn(view))];
  return messages.flatMap(({ ts }, index) => {
    const before = messages[index - 1];
    const isNewDay = before === undefined || dayOf(before.ts, view.person) !== dayOf(ts, view.person);
    return [...(isNewDay ? [drawDay(ts, view.person)] : []), drawn.get(ts).node];
  });
}

function emptyIn({ words, bot, channel }) {
  return channel ? words.emptyChannel : words.empty(bot.name);
}
