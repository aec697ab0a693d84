import { byId, element, putChildren } from './dom.js';
import { dayOf, drawDay, drawMessage } from './draw-message.js';
import { nameMentions } from './draw-text.js';
import { focusIn, restoreFocus } from './focus.js';
import { createScrollPlace } from './scroll-place.js';

const place = createScrollPlace(byId('messages-scroll'), byId('messages'));
byId('messages-scroll').addEventListener('scroll', hideNewerOnceSeen, { passive: true });
byId('newer').addEventListener('click', scrollToNewest);

let drawn = new Map();
let drawnFor = '';
let isAway = false;

/**
 * Shows the person's DM, or a channel. Only what changed is drawn anew, and everything stays where it is seen: only
 * something new brings whoever was at the end to it, or who comes back; the others are told that it is there.
 */
export function showConversation(messages, view) {
  const list = byId('messages');
  const key = `${view.placeKey} ${view.preparing}`;
  const isOther = drawnFor !== key;
  const isNewer = messages.length > 0 && !drawn.has(messages.at(-1).ts);
  const follows = isOther || (isNewer && (isAway || place.isAtNewest()));
  const focus = focusIn(list);
  const stay = place.hold();
  const previous = isOther ? new Map() : drawn;
  list.setAttribute('aria-busy', String(view.preparing));
  drawn = new Map(messages.map((message) => [message.ts, itemFor(message, previous, view)]));
  drawnFor = key;
  isAway = false;
  list.lang = view.person.locale;
  putChildren(list, withDays(messages, view));
  if (follows) scrollToNewest();
  else stay();
  restoreFocus(list, focus);
  if (isNewer) byId('newer').hidden = false;
  hideNewerOnceSeen();
}

/** Something else is shown instead: whoever comes back is brought to what is new by then. */
export function leaveConversation() {
  isAway = true;
}

/** Shows the newest message from its first line. */
export function scrollToNewest() {
  place.toNewest();
  hideNewerOnceSeen();
}

function hideNewerOnceSeen() {
  const newest = byId('messages').lastElementChild;
  const end = byId('messages-scroll').getBoundingClientRect().bottom;
  if (newest === null || newest.getBoundingClientRect().top < end) byId('newer').hidden = true;
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
