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

function drawStep(step, words, onStep) {
  const does = step.user !== undefined || step.command !== undefined;
  const button = element(
    'button',
    { type: 'button', 'data-step-user': step.user, 'data-step-command': step.command },
    step.command ?? words.run,
  );
  button.addEventListener('click', () => onStep(step));
  return element('li', {}, element('p', {}, step.text), ...(does ? [button] : []));
}
