import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import { interactionPayload } from './interaction-payload.ts';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
export function submissionPayload(
  slack: Slack,
  user: SimulatedUser,
  view: Readonly<Record<string, unknown>>,
  client: string | undefined,
): Record<string, unknown> {
  return {
    type: 'view_submission',
    ...interactionPayload(slack, user),
    trigger_id: slack.triggers.issue(user.id, client),
    view,
    response_urls: [],
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed */
export function closingPayload(
  slack: Slack,
  user: SimulatedUser,
  view: Readonly<Record<string, unknown>>,
  isCleared: boolean,
): Record<string, unknown> {
  return { type: 'view_closed', ...interactionPayload(slack, user), view, is_cleared: isCleared };
}
