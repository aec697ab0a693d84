import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { viewSurface } from './chosen.ts';
import { type StateValues, stateOf } from './state-values.ts';

type ShownView = StoredView & { readonly state: { readonly values: StateValues } };

/** A view with the state of its inputs for this person, as payloads carry it. */
export function shownView(slack: Slack, user: string, view: StoredView): ShownView {
  const chosen = slack.chosen.in(viewSurface(user, view.id));
  return { ...view, state: { values: stateOf(view.blocks, chosen) } };
}

/** The same as it is submitted; an `unchecked` client also sends values that the view has no input for. */
export function submittedView(slack: Slack, user: string, view: StoredView, unchecked: boolean): ShownView {
  const shown = shownView(slack, user, view);
  if (!unchecked) return shown;
  const values = { ...shown.state.values };
  for (const [blockId, elements] of Object.entries(slack.chosen.in(viewSurface(user, view.id)))) {
    values[blockId] = { ...elements, ...values[blockId] };
  }
  return { ...shown, state: { values } };
}

/** A view as the `views.*` methods answer with it: nobody has typed anything yet. */
export function newlyShownView(view: StoredView): Record<string, unknown> {
  return { ...view, state: { values: {} } };
}
