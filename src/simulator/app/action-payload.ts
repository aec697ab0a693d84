import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import { interactionPayload } from './interaction-payload.ts';
import { containerPayload, type Surface } from './surface.ts';

/**
 * `responseUrl` for messages alone: a view has no channel to answer in.
 *
 * @see https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
export function actionPayload(
  slack: Slack,
  user: SimulatedUser,
  surface: Surface,
  {
    action,
    responseUrl,
    client,
  }: {
    readonly action: Readonly<Record<string, unknown>>;
    readonly responseUrl: string | undefined;
    readonly client: string | undefined;
  },
): Record<string, unknown> {
  return {
    type: 'block_actions',
    ...interactionPayload(slack, user),
    trigger_id: slack.triggers.issue(user.id, client),
    ...containerPayload(slack, surface),
    ...(responseUrl === undefined ? {} : { response_url: responseUrl }),
    actions: [action],
  };
}
