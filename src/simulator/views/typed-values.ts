import { z } from 'zod';
import { findElement } from '../app/find-element.ts';
import { HttpError } from '../http/http-error.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { viewSurface } from './chosen.ts';
import { type Option, Scalar, StateValue, stateValueFor } from './state-values.ts';

/** What somebody fills in, by `block_id` and `action_id`: a scalar, or Slack's own state value. */
export const TypedValues = z.record(z.string(), z.record(z.string(), z.union([Scalar, StateValue])));
export type TypedValues = z.infer<typeof TypedValues>;

/**
 * Remembers what is filled in. With `unchecked` also what the view has no input for, as a hostile client sends it;
 * otherwise that is 400.
 */
export function typeInto(
  slack: Slack,
  user: string,
  view: StoredView,
  values: TypedValues,
  unchecked: boolean,
): void {
  const surface = viewSurface(user, view.id);
  const loaded = (actionId: string) => slack.chosen.optionsFor(surface, actionId);
  for (const [blockId, elements] of Object.entries(values)) {
    for (const [actionId, given] of Object.entries(elements)) {
      const state = stateFor(view, { block_id: blockId, action_id: actionId }, given, loaded(actionId));
      if (state !== undefined) slack.chosen.remember(surface, blockId, actionId, state);
      else if (!unchecked) {
        throw new HttpError(
          400,
          `The modal has no input ${actionId} in the block ${blockId} that takes this.`,
        );
      } else slack.chosen.remember(surface, blockId, actionId, invented(given));
    }
  }
}

function stateFor(
  view: StoredView,
  name: { block_id: string; action_id: string },
  given: Scalar | StateValue,
  loaded: readonly Option[],
): StateValue | undefined {
  const found = findElement(view.blocks, name);
  if (found === undefined) return undefined;
  const scalar = Scalar.safeParse(given);
  if (scalar.success) {
    return stateValueFor(found, scalar.data, loaded);
  }
  const value = StateValue.parse(given);
  return value.type === found.element.type ? value : undefined;
}

function invented(given: Scalar | StateValue): StateValue {
  const value = StateValue.safeParse(given);
  return value.success ? value.data : { type: 'plain_text_input', value: given };
}
