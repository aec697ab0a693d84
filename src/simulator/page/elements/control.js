import { element } from '../dom.js';
import { ask } from '../views/confirm.js';
import { initialState, valueIn } from './state.js';

/** What an element holds: what the person chose here, else what Slack keeps, else what the app gave it. */
export function stateOf(given, block, view) {
  const held = view.stateOf(block.block_id, given.action_id);
  return held?.type === given.type ? held : initialState(given);
}

/** How a control is found again: by the page after a redraw, and by tests. */
export function names(given, block) {
  return { 'data-action-id': given.action_id, 'data-block-id': block.block_id };
}

/** What a screen reader says of a control: its label and hint where it stands in an input block, else its own words. */
export function labels(given, field) {
  return {
    id: field?.controlId,
    'aria-labelledby': field?.labelId,
    'aria-describedby': field?.describedBy,
    'aria-required': field?.required ? 'true' : undefined,
    'aria-label': field?.labelId ? undefined : given.placeholder?.text,
  };
}

/** Keeps what was chosen or typed; the app hears of it with the form. */
export function remember(given, block, view, state) {
  view.remember(block.block_id, given.action_id, { type: given.type, ...state });
}

/** Whether the app is told at once, instead of when the form is submitted. */
export function tellsAtOnce(block) {
  return block.type !== 'input' || block.dispatch_action === true;
}

const underWay = new WeakMap();

/**
 * Keeps what was chosen, and tells the app where the element does so at once, after the person confirmed where the
 * app wants that. `undo` draws what was chosen before. Choices made while one is under way follow it in order.
 */
export async function choose(control, given, block, view, state, undo) {
  if (!tellsAtOnce(block)) return remember(given, block, view, state);
  if (!(await isConfirmed(given, view))) return undo();
  remember(given, block, view, state);
  const before = underWay.get(control) ?? Promise.resolve();
  const now = before.then(() => tell(control, given, block, view, valueIn(state)));
  underWay.set(control, now);
  await now;
}

/** A tap on what holds nothing: a button, or an entry of an overflow menu. A second tap meanwhile counts for nothing. */
export async function tap(control, given, block, view, value) {
  if (control.getAttribute('aria-busy') === 'true' || !(await isConfirmed(given, view))) return;
  await tell(control, given, block, view, value);
}

async function isConfirmed({ confirm }, view) {
  return confirm === undefined || ask(confirm, view.words);
}

/** Controls stay focusable while pending, so that a keyboard does not lose its place. */
async function tell(control, given, block, view, value) {
  control.setAttribute('aria-busy', 'true');
  control.parentElement?.querySelector('.tap-trouble')?.remove();
  const trouble = await view.onTap({ action_id: given.action_id, block_id: block.block_id, value });
  control.removeAttribute('aria-busy');
  if (trouble !== undefined) {
    control.after(element('span', { class: 'tap-trouble', role: 'alert' }, `⚠ ${trouble}`));
  }
}
