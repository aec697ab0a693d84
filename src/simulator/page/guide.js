import { getJson } from './api.js';
import { byId, element } from './dom.js';

/** What the demo suggests to try. A step that names a person or a command does it at a click. */
export async function showGuide(language, words, onStep) {
  const guide = await getJson(`/_demo/guide?language=${encodeURIComponent(language)}`).catch(() => undefined);
  byId('guide').hidden = guide === undefined;
  if (guide === undefined) return;
  byId('guide-title').textContent = guide.title;
  byId('guide-steps').replaceChildren(...guide.steps.map((step) => drawStep(step, words, onStep)));
}

const ROOMY = matchMedia('(min-width: 45rem)');

/**
 * Open where there is room. On a phone it lies over the conversation, and is put away by what it does, by Escape and by
 * a tap elsewhere.
 */
export function startGuide() {
  const guide = byId('guide');
  guide.open = ROOMY.matches;
  guide.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || ROOMY.matches) return;
    putAway();
    byId('guide-title').focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!guide.contains(target)) putAway();
  });
}

function putAway() {
  if (!ROOMY.matches) byId('guide').open = false;
}

function drawStep(step, words, onStep) {
  const does = step.user !== undefined || step.command !== undefined;
  const button = element(
    'button',
    { type: 'button', 'data-step-user': step.user, 'data-step-command': step.command },
    step.command ?? words.run,
  );
  button.addEventListener('click', () => {
    putAway();
    onStep(step);
  });
  return element('li', {}, element('p', {}, step.text), ...(does ? [button] : []));
}
