import { postJson } from './api.js';
import { dayAndTimeText } from './dates.js';
import { byId, element } from './dom.js';

/** What the last move brought, drawn anew in whichever language is shown. */
let news = () => [];

/** Shows the business date and time where the person is; nobody can move it while the company is being prepared. */
export function showClock({ now: isoNow, preparing }, person, words) {
  byId('clock-now').dateTime = isoNow;
  byId('clock-now').textContent = dayAndTimeText(new Date(isoNow), person);
  byId('clock-zone').textContent = person.tz;
  for (const button of byId('clock').querySelectorAll('button')) button.disabled = preparing;
  byId('clock-news').replaceChildren(...news(words));
}

/** `page` reads the people before and after, to say who got something; a day is the day of the person looked at. */
export function startClock(page) {
  for (const button of byId('clock').querySelectorAll('button')) {
    button.addEventListener('click', () => move(button, page));
  }
}

async function move(button, page) {
  const clock = byId('clock');
  if (clock.getAttribute('aria-busy') === 'true') return;
  const { advance, to } = button.dataset;
  const before = new Map(page.people().map((person) => [person.id, person.from_bot]));
  clock.setAttribute('aria-busy', 'true');
  news = (words) => [words.moving];
  byId('clock-news').replaceChildren(page.words().moving);
  try {
    await postJson('/_demo/clock', { ...(advance ? { advance } : { to }), user: page.person().id });
    await page.load();
    news = newsOf(gainedSince(before, page.people()));
  } catch (error) {
    news = () => [`⚠ ${error.message}`];
  } finally {
    clock.removeAttribute('aria-busy');
    await page.show();
  }
}

function gainedSince(before, people) {
  return people
    .map((person) => ({ person, count: person.from_bot - (before.get(person.id) ?? 0) }))
    .filter(({ count }) => count > 0);
}

function newsOf(gained) {
  if (gained.length === 0) return (words) => [words.noNews];
  return (words) => [
    element('p', {}, words.news),
    element(
      'ul',
      {},
      ...gained.map(({ person, count }) =>
        element('li', {}, element('a', { href: `#${person.id}` }, person.real_name), ` ${count}`),
      ),
    ),
  ];
}
