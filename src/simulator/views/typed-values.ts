import { z } from 'zod';
import { findElement } from '../app/find-element.ts';
import { HttpError } from '../http/http-error.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { Scalar, StateValue, stateValueFor } from './state-values.ts';

/** What somebody fills in, by `block_id` and `action_id`: a scalar, or Slack's own state value. */
export const TypedValues = z.record(z.string(), z.record(z.string(), z.union([Scalar, StateValue])));
export type TypedValues = z.infer<typeof TypedValues>;

/**
 * Remembers what is filled in. With `unchecked` also what the view has no input for, as a hostile client sends it;
 * otherwise that is 400.
 */
export function typeInto(slack: Slack, view: StoredView, values: TypedValues, unchecked: boolean): void {
  for (const [blockId, elements] of Object.entries(values)) {
    for (const [actionId, given] of Object.entries(elements)) {
      const state = stateFor(slack, view, { block_id: blockId, action_id: actionId }, given);
      if (state !== undefined) slack.chosen.remember(view.id, blockId, actionId, state);
      else if (!unchecked) {
        throw new HttpError(
          400,
          `The modal has no input ${actionId} in the block ${blockId} that takes this.`,
        );
      } else slack.chosen.remember(view.id, blockId, actionId, invented(given));
    }
  }
}

function stateFor(
  slack: Slack,
  view: StoredView,
  name: { block_id: string; action_id: string },
  given: Scalar | StateValue,
): StateValue | undefined {
  const found = findElement(view.blocks, name);
  if (found === undefined) return undefined;
  const scalar = Scalar.safeParse(given);
  if (scalar.success) {
    return stateValueFor(found, scalar.data, slack.chosen.optionsFor(view.id, name.action_id));
  }
  const value = StateValue.parse(given);
  return value.type === found.element.type ? value : undefined;
}

function invented(given: Scalar | StateValue): StateValue {
  const value = StateValue.safeParse(given);
  return value.success ? value.data : { type: 'plain_text_input', value: given };
}
