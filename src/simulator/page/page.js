import { getJson, postJson } from './api.js';
import { showClock, startClock } from './clock.js';
import { scrollToNewest, showConversation } from './conversation.js';
import { byId } from './dom.js';
import { initialOf } from './draw-message.js';
import { showGuide } from './guide.js';
import { factsOf, markSeen, showPeople } from './people.js';
import { languageOf, wordsFor } from './words.js';

const config = await getJson('/_page/config');
let state = await getJson('/_page/changes');
let language = '';

/** The person in the address, else the first. */
function selected() {
  const id = decodeURIComponent(location.hash.slice(1));
  return state.people.find((person) => person.id === id) ?? state.people[0];
}

function nameOf(id) {
  if (id === config.bot.user) return config.bot.name;
  return state.people.find((person) => person.id === id)?.real_name ?? id;
}

function words() {
  return wordsFor(selected().locale);
}

function view() {
  return { person: selected(), bot: config.bot, words: words(), nameOf, onTap: tap };
}

async function load() {
  state = await getJson('/_page/changes');
}

async function show() {
  const person = selected();
  const messages = await getJson(`/_page/conversation?user=${encodeURIComponent(person.id)}`);
  if (person.id !== selected().id) return;
  if (document.visibilityState === 'visible') markSeen(person);
  showChrome(person);
  showPeople(state.people, person, words(), select);
  showClock(state, person, words());
  showConversation(messages, { ...view(), preparing: state.preparing });
}

/** Says so when nothing answers; `watch` shows everything once something does again. */
async function showIfReachable() {
  await show().catch(() => complain(words().offline));
}

/** The page's own words in the person's language. */
function showChrome(person) {
  byId('person-name').textContent = words().you(person.real_name);
  byId('person-facts').textContent = factsOf(person);
  byId('person-avatar').textContent = initialOf(person.real_name);
  document.title = `${person.real_name} – ${words().simulated}`;
  if (language === languageOf(person.locale)) return;
  language = languageOf(person.locale);
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-word]')) node.textContent = words()[node.dataset.word];
  const composer = byId('composer-text');
  composer.placeholder = words().placeholder;
  composer.setAttribute('aria-label', words().write(config.bot.name));
  if (config.guide) void showGuide(language, words(), follow);
}

function select(id) {
  location.hash = id;
}

/** Returns what went wrong, in a sentence, or nothing. */
async function tap({ ts, action_id, block_id, value }) {
  try {
    return troubleIn(
      await postJson('/_control/action', { user: selected().id, ts, action_id, block_id, value }),
    );
  } catch (error) {
    return error.message;
  }
}

function troubleIn({ status, error }) {
  if (error === 'operation_timeout') return words().late;
  return status >= 200 && status < 300 ? undefined : words().failed(status);
}

async function write(user, text) {
  const [, command, rest] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
  try {
    const answer = command
      ? await postJson('/_control/command', { user, command, text: rest })
      : await postJson('/_control/message', { user, text });
    complain(command ? undefined : troubleIn(answer));
    await show();
    scrollToNewest();
  } catch (error) {
    complain(error.message);
  }
}

function complain(trouble) {
  byId('trouble').hidden = trouble === undefined;
  byId('trouble').textContent = trouble === undefined ? '' : `⚠ ${trouble}`;
}

async function follow({ user, command }) {
  if (user !== undefined) select(user);
  if (command !== undefined) await write(user ?? selected().id, command);
  byId('composer-text').focus();
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

byId('team').textContent = config.team;
byId('demo').hidden = !(config.clock || config.guide);
byId('clock').hidden = !config.clock;
document.body.classList.toggle('has-demo', config.clock || config.guide);
byId('guide').open = matchMedia('(min-width: 45rem)').matches;
byId('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = byId('composer-text');
  const text = input.value.trim();
  if (text === '') return;
  input.value = '';
  await write(selected().id, text);
});
addEventListener('hashchange', () => {
  complain(undefined);
  void showIfReachable();
});
document.addEventListener('visibilitychange', showIfReachable);
if (config.clock) startClock({ people: () => state.people, person: selected, words, load, show });
await show();
void watch();
