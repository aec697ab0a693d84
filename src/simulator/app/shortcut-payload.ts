import { channelName } from '../channels.ts';
import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { interactionPayload } from './interaction-payload.ts';
import { createResponseUrl } from './response-url.ts';
import { shownMessage } from './shown-message.ts';

/** Which shortcut, and on which client of the person. */
interface Used {
  readonly callbackId: string;
  readonly client: string | undefined;
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function globalShortcutPayload(
  slack: Slack,
  user: SimulatedUser,
  { callbackId, client }: Used,
): Record<string, unknown> {
  return { type: 'shortcut', ...common(slack, user, { callbackId, client }) };
}

/** The same with the message it was used on, and where to answer the person. */
export function messageShortcutPayload(
  slack: Slack,
  user: SimulatedUser,
  used: Used,
  { channel, message }: { readonly channel: string; readonly message: StoredMessage },
): Record<string, unknown> {
  return {
    type: 'message_action',
    ...common(slack, user, used),
    channel: { id: channel, name: channelName(slack, channel) },
    message_ts: message.ts,
    message: shownMessage(slack, message, true),
    response_url: createResponseUrl(slack, channel, user.id),
  };
}

function common(slack: Slack, user: SimulatedUser, { callbackId, client }: Used): Record<string, unknown> {
  // Unlike other interactions a shortcut does not name the app.
  const { api_app_id: _app, ...who } = interactionPayload(slack, user);
  return {
    ...who,
    callback_id: callbackId,
    trigger_id: slack.triggers.issue(user.id, client),
    action_ts: slack.store.nextTs(slack.options.now()),
  };
}
