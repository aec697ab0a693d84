import { byId, element } from './dom.js';
import { initialOf } from './draw-message.js';

const SEEN = 'simulated-slack-seen';

/** How many messages of the bot each person has not looked at in this browser. */
export function unreadOf(person) {
  return Math.max(0, person.from_bot - (seenCounts()[person.id] ?? 0));
}

export function markSeen(person) {
  localStorage.setItem(SEEN, JSON.stringify({ ...seenCounts(), [person.id]: person.from_bot }));
}

function seenCounts() {
  try {
    return JSON.parse(localStorage.getItem(SEEN) ?? '{}');
  } catch {
    return {};
  }
}

/** How many messages of the bot wait while somebody looks elsewhere: on its tab, in its choice, and said once. */
export function showUnread(person, { bot }, words) {
  const unread = unreadOf(person);
  byId('tab-unread').replaceChildren(...(unread > 0 ? drawUnread(unread, words) : []));
  const choice = byId('place-select').options[0];
  choice.textContent = unread > 0 ? `${bot.name} (${unread})` : bot.name;
  const sentence = unread > 0 ? words.unreadMessages(unread) : '';
  if (byId('unread-said').textContent !== sentence) byId('unread-said').textContent = sentence;
}

function drawUnread(unread, words) {
  return [
    element('span', { class: 'unread', 'aria-hidden': 'true' }, String(unread)),
    element('span', { class: 'unseen' }, ` ${words.unread(unread)}`),
  ];
}

/** The list for wide screens and the choice for narrow ones; both say who has something new. */
export function showPeople(people, selected, words, onSelect) {
  const focused = document.activeElement?.closest('[data-person]')?.dataset.person;
  byId('people-list').replaceChildren(...people.map((person) => drawPerson(person, selected, words)));
  if (focused)
    byId('people-list')
      .querySelector(`[data-person="${CSS.escape(focused)}"]`)
      ?.focus();
  const select = byId('people-select');
  select.replaceChildren(...people.map((person) => drawChoice(person, selected)));
  select.onchange = () => onSelect(select.value);
}

function drawPerson(person, selected, words) {
  const unread = person.id === selected.id ? 0 : unreadOf(person);
  return element(
    'li',
    {},
    element(
      'a',
      {
        href: `#${person.id}`,
        'data-person': person.id,
        'aria-current': person.id === selected.id ? 'true' : undefined,
        class: person.deleted ? 'switched-off' : undefined,
      },
      element('span', { class: 'avatar', 'aria-hidden': 'true' }, initialOf(person.real_name)),
      element(
        'span',
        { class: 'person-text' },
        element('span', { class: 'person-name', lang: person.locale }, person.real_name),
        element('span', { class: 'person-facts' }, person.deleted ? words.deactivated : factsOf(person)),
      ),
      ...(unread > 0
        ? [element('span', { class: 'unread', 'aria-label': words.unread(unread) }, String(unread))]
        : []),
    ),
  );
}

function drawChoice(person, selected) {
  const unread = person.id === selected.id ? 0 : unreadOf(person);
  return element(
    'option',
    { value: person.id, selected: person.id === selected.id },
    unread > 0 ? `${person.real_name} (${unread})` : person.real_name,
  );
}

/** Long zones may break after a slash. */
export function factsOf({ locale, tz }) {
  return `${locale} · ${tz.replaceAll('/', '/\u200b')}`;
}
