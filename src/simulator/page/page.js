import { getJson } from './api.js';
import { clientName } from './client.js';
import { showClock, startClock } from './clock.js';
import { startCommandList } from './command-list.js';
import { leaveConversation, scrollToNewest, showConversation } from './conversation.js';
import { byId } from './dom.js';
import { initialOf } from './draw-message.js';
import { showGuide, startGuide } from './guide.js';
import { factsOf, markSeen, showPeople, showUnread } from './people.js';
import { nameOfChannel, placeIn, showPlaces, startPlaces } from './place.js';
import { createSender } from './send.js';
import { startShortcuts } from './shortcuts.js';
import { createHome } from './views/home.js';
import { createModal } from './views/modal.js';
import { languageOf, wordsFor } from './words.js';

const config = await getJson('/_page/config');
let state = await getJson('/_page/changes');
let language = '';

const client = clientName();
const send = createSender({ client, user: () => place().person.id, words });
const home = createHome();
const modal = createModal({ ...send, show, focusElsewhere });

function place() {
  return placeIn(location.hash, state.people, config.channels);
}

function nameOf(id) {
  if (id === config.bot.user) return config.bot.name;
  return state.people.find((person) => person.id === id)?.real_name ?? id;
}

function words() {
  return wordsFor(place().person.locale);
}

/** What drawing needs to know, and what taps and choices do. */
function viewOf({ person, channel, key }) {
  return {
    person,
    bot: config.bot,
    people: state.people,
    words: words(),
    nameOf,
    placeKey: key,
    channel,
    shortcuts: config.shortcuts,
    preparing: state.preparing,
    onShortcut: runShortcut,
    onTap: send.tap,
    loadOptions: send.loadOptions,
  };
}

async function load() {
  state = await getJson('/_page/changes');
}

let asked = 0;
let drawn = 0;

/** Draws what there is now. Of answers that overtake each other the newest is drawn. */
async function show() {
  asked += 1;
  const mine = asked;
  const { person, channel, key } = place();
  const whose = `user=${encodeURIComponent(person.id)}`;
  const [messages, views] = await Promise.all([
    getJson(`/_page/conversation?${whose}${channel ? `&channel=${encodeURIComponent(channel.id)}` : ''}`),
    getJson(`/_control/view?${whose}&client=${client}`),
  ]);
  const now = place();
  if (key !== now.key || mine < drawn) return;
  drawn = mine;
  const view = viewOf(now);
  if (document.visibilityState === 'visible' && now.tab === 'messages' && !channel) markSeen(person);
  showChrome(now);
  showPlaces(now, config, words());
  showUnread(person, config, words());
  showPeople(state.people, person, words(), select);
  showClock(state, person, words());
  if (now.tab === 'home') {
    leaveConversation();
    home.show(views.home, { ...view, onTap: tapAtHome, loadOptions: loadAtHome });
  } else showConversation(messages, view);
  modal.show(views.modals, view);
}

function tapAtHome(tap) {
  return send.tap({ ...tap, view: 'home' });
}

function loadAtHome(asked) {
  return send.loadOptions({ ...asked, view: 'home' });
}

/** Says so when nothing answers; `watch` shows everything once something does again. */
async function showIfReachable() {
  await show().catch(() => complain(words().offline));
}

/** The page's own words in the person's language. */
function showChrome({ person, channel }) {
  byId('person-name').textContent = words().you(person.real_name);
  byId('person-facts').textContent = factsOf(person);
  byId('person-avatar').textContent = initialOf(person.real_name);
  document.title = `${person.real_name} – ${words().simulated}`;
  const composer = byId('composer-text');
  const whereTo = channel ? nameOfChannel(channel, words()) : config.bot.name;
  composer.setAttribute('aria-label', words().write(whereTo));
  if (language === languageOf(person.locale)) return;
  language = languageOf(person.locale);
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = words()[node.dataset.word];
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', words()[node.dataset.label]);
  for (const node of document.querySelectorAll('[data-tip]')) node.title = words()[node.dataset.tip];
  composer.placeholder = words().placeholder;
  if (config.guide) void showGuide(language, words(), follow);
}

function select(id) {
  location.hash = id;
}

async function runShortcut(given) {
  const { channel } = place();
  const where = given.ts !== undefined && channel ? { channel: channel.id } : {};
  await sayTrouble(send.shortcut({ ...given, ...where }));
}

async function write(text) {
  const { channel } = place();
  const [, command, rest] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
  const where = channel ? { channel: channel.id } : {};
  const sent = command ? send.command({ command, text: rest, ...where }) : send.message({ text, ...where });
  if (await sayTrouble(sent)) scrollToNewest();
}

/** Whether it went well. */
async function sayTrouble(sent) {
  const { trouble } = await sent;
  complain(trouble);
  await showIfReachable();
  return trouble === undefined;
}

function complain(trouble) {
  byId('trouble').hidden = trouble === undefined;
  byId('trouble').textContent = trouble === undefined ? '' : `⚠ ${trouble}`;
}

async function follow({ user, command }) {
  if (user !== undefined || command !== undefined) select(user ?? place().person.id);
  if (command !== undefined) await write(command);
  byId('composer-text').focus();
}

function focusElsewhere() {
  byId(place().tab === 'home' ? 'tab-home' : 'composer-text').focus();
}

/** Asks for news for as long as the page is open. */
async function watch() {
  for (;;) {
    try {
      state = await getJson(`/_page/changes?since=${state.version}`);
      await show();
      if (byId('trouble').textContent === `⚠ ${words().offline}`) complain(undefined);
    } catch {
      complain(words().offline);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

let opened = '';

/** Whoever comes to a Home tab opens it, and the app hears of it; staying there does not. */
async function arrive() {
  complain(undefined);
  const { key, tab } = place();
  const opens = tab === 'home' && key !== opened;
  opened = tab === 'home' ? key : '';
  await showIfReachable();
  if (opens) await sayTrouble(send.home());
}

byId('team').textContent = config.team;
byId('demo').hidden = !(config.clock || config.guide);
byId('clock').hidden = !config.clock;
document.body.classList.toggle('has-demo', config.clock || config.guide);
startGuide();
byId('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = byId('composer-text');
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  await write(text);
});
byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  focusElsewhere();
});
addEventListener('hashchange', arrive);
document.addEventListener('visibilitychange', showIfReachable);
startPlaces(place);
startShortcuts(config.shortcuts, runShortcut);
startCommandList(config, words, runShortcut);
if (config.clock) {
  startClock({ people: () => state.people, person: () => place().person, words, load, show });
}
await arrive();
void watch();
