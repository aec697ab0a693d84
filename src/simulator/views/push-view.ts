import { LIMITS } from '../../slack/blocks/limits.ts';
import { SlackApiError } from '../methods/slack-api-error.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { makeView } from './make-view.ts';
import type { Client } from './modals.ts';
import { refuseTakenExternalId } from './taken-external-id.ts';
import type { ViewDefinition } from './view-definition.ts';

/**
 * Lays a view on what the person has open on this client. Throws `not_found` where nothing is, and `push_limit_reached` on three.
 *
 * @see https://docs.slack.dev/reference/methods/views.push
 */
export function pushView(slack: Slack, client: Client, definition: ViewDefinition): StoredView {
  const stack = slack.modals.stackOf(client);
  const below = stack.at(-1)?.view;
  if (below === undefined) throw new SlackApiError('not_found');
  if (stack.length >= LIMITS.view.stack) throw new SlackApiError('push_limit_reached');
  refuseTakenExternalId(slack, definition.external_id);
  const view = makeView(slack, definition, { below });
  slack.modals.push(client, view);
  return view;
}
