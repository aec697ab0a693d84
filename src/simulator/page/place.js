import { byId, element } from './dom.js';

/** Where the address says one is: `#U0AMY`, `#U0AMY/home` or `#U0AMY/C0SHOP`; the first person's messages otherwise. */
export function placeIn(hash, people, channels) {
  const [id, where] = decodeURIComponent(hash.slice(1)).split('/');
  const person = people.find((one) => one.id === id) ?? people[0];
  const channel = channels.find((one) => one.id === where);
  const tab = where === 'home' ? 'home' : 'messages';
  return { person, tab, channel, key: `${person.id}/${channel?.id ?? tab}` };
}

/** The address of somebody's messages with the bot, or of their Home tab or a channel. */
export function addressOf(person, where) {
  return where === undefined ? `#${person.id}` : `#${person.id}/${where}`;
}

/** The list of conversations, where there are channels, and the two tabs of the bot. */
export function showPlaces({ person, tab, channel }, { channels, bot }, words) {
  const select = byId('place-select');
  byId('place-choice').hidden = channels.length === 0;
  select.replaceChildren(
    element('option', { value: addressOf(person) }, bot.name),
    ...channels.map((one) =>
      element('option', { value: addressOf(person, one.id) }, nameOfChannel(one, words)),
    ),
  );
  select.value = addressOf(person, channel?.id);
  byId('tabs').hidden = channel !== undefined;
  for (const [id, isOn] of [
    ['tab-messages', tab === 'messages'],
    ['tab-home', tab === 'home'],
  ]) {
    byId(id).setAttribute('aria-selected', String(isOn));
    byId(id).tabIndex = isOn ? 0 : -1;
  }
  byId('messages-scroll').hidden = tab === 'home';
  byId('composer').hidden = tab === 'home';
  byId('home-scroll').hidden = tab !== 'home';
}

export function nameOfChannel({ name, is_private }, words) {
  return is_private ? words.privateChannel(name) : `# ${name}`;
}

/** Arrows move between the tabs, as in https://www.w3.org/WAI/ARIA/apg/patterns/tabs/. */
export function startPlaces(place) {
  const [messages, home] = [byId('tab-messages'), byId('tab-home')];
  const go = (address) => {
    location.hash = address;
  };
  byId('place-select').addEventListener('change', ({ target }) => go(target.value));
  messages.addEventListener('click', () => go(addressOf(place().person)));
  home.addEventListener('click', () => go(addressOf(place().person, 'home')));
  byId('tabs').addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = document.activeElement === home ? messages : home;
    other.focus();
    other.click();
  });
}
