import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { type StateValues, stateOf } from './state-values.ts';

type ShownView = StoredView & { readonly state: { readonly values: StateValues } };

/** A view with the state of its inputs, as payloads carry it. */
export function shownView(slack: Slack, view: StoredView): ShownView {
  return { ...view, state: { values: stateOf(view.blocks, slack.chosen.in(view.id)) } };
}

/** The same as it is submitted; an `unchecked` client also sends values that the view has no input for. */
export function submittedView(slack: Slack, view: StoredView, unchecked: boolean): ShownView {
  const shown = shownView(slack, view);
  if (!unchecked) return shown;
  const values = { ...shown.state.values };
  for (const [blockId, elements] of Object.entries(slack.chosen.in(view.id))) {
    values[blockId] = { ...elements, ...values[blockId] };
  }
  return { ...shown, state: { values } };
}

/** A view as the `views.*` methods answer with it: nobody has typed anything yet. */
export function newlyShownView(view: StoredView): Record<string, unknown> {
  return { ...view, state: { values: {} } };
}
