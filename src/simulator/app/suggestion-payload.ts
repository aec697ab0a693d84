import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import { interactionPayload } from './interaction-payload.ts';
import { containerPayload, type Surface } from './surface.ts';

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function suggestionPayload(
  slack: Slack,
  user: SimulatedUser,
  surface: Surface,
  asked: { readonly block_id: string; readonly action_id: string; readonly value: string },
): Record<string, unknown> {
  const { state: _state, ...place } = containerPayload(slack, surface);
  return { type: 'block_suggestion', ...interactionPayload(slack, user), ...place, ...asked };
}
