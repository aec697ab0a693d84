import { dayText, timeText } from './dates.js';
import { element } from './dom.js';
import { drawBlock } from './draw-blocks.js';
import { drawMrkdwn } from './draw-text.js';
import { drawMessageMenu } from './shortcuts.js';
import { draftsOf } from './views/drafts.js';

/** One message as a list item. `view` knows the person, the bot, the words, and what a tap does. */
export function drawMessage(message, view) {
  const isBot = message.user === view.bot.user;
  const author = view.nameOf(message.user);
  const only = message.ephemeral_for !== undefined;
  const tapView = viewOfMessage(message, view);
  const body = message.blocks
    ? message.blocks.map((block) => drawBlock(block, tapView))
    : [element('div', { class: 'text' }, ...drawMrkdwn(message.text))];
  return element(
    'li',
    { class: `message${only ? ' ephemeral' : ''}`, 'data-ts': message.ts },
    element('span', { class: `avatar${isBot ? ' bot' : ''}`, 'aria-hidden': 'true' }, initialOf(author)),
    element(
      'div',
      { class: 'message-body' },
      element(
        'p',
        { class: 'message-head' },
        element('strong', {}, author),
        ' ',
        element(
          'time',
          { datetime: dateOf(message.ts).toISOString() },
          timeText(dateOf(message.ts), view.person),
        ),
        ...(message.edited ? [' ', element('span', { class: 'edited' }, view.words.edited)] : []),
        ...(only ? [' ', element('span', { class: 'only' }, view.words.onlyYou)] : []),
        ...drawMessageMenu(message, view),
      ),
      ...body,
    ),
  );
}

/** Taps name the message; what was chosen in it is kept while the app redraws it under the same names. */
function viewOfMessage({ ts }, view) {
  const drafts = draftsOf(`message ${view.placeKey} ${ts}`);
  return {
    ...view,
    stateOf: drafts.get,
    remember: drafts.set,
    onTap: (tap) => view.onTap({ ...tap, ts }),
    loadOptions: (asked) => view.loadOptions({ ...asked, ts }),
  };
}

/** A line between days, as the person's calendar has them. */
export function drawDay(ts, person) {
  return element('li', { class: 'day' }, element('span', {}, dayOf(ts, person)));
}

export function dayOf(ts, person) {
  return dayText(dateOf(ts), person);
}

function dateOf(ts) {
  return new Date(Math.floor(Number(ts) * 1_000));
}

export function initialOf(name) {
  return [...name][0]?.toUpperCase() ?? '?';
}
