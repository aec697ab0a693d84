import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { VERIFICATION_TOKEN } from './command-payload.ts';
import { shownMessage } from './shown-message.ts';

export interface ActionOrigin {
  readonly channel: string;
  readonly ts: string;
  /** As it stands now; none where a hostile client makes one up. */
  readonly message: StoredMessage | undefined;
  readonly responseUrl: string;
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function actionPayload(
  slack: Slack,
  user: SimulatedUser,
  origin: ActionOrigin,
  action: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { team, bot } = slack.options;
  const isEphemeral = origin.message?.ephemeral_for !== undefined;
  return {
    type: 'block_actions',
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: bot.appId,
    token: VERIFICATION_TOKEN,
    container: {
      type: 'message',
      message_ts: origin.ts,
      channel_id: origin.channel,
      is_ephemeral: isEphemeral,
    },
    trigger_id: slack.triggers.issue(user.id),
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: origin.channel, name: 'directmessage' },
    // Slack does not keep ephemeral messages, so it has none to send along.
    ...(isEphemeral ? {} : { message: messageFor(slack, origin) }),
    state: { values: {} },
    response_url: origin.responseUrl,
    actions: [action],
  };
}

function messageFor(slack: Slack, { message, ts }: ActionOrigin): Record<string, unknown> {
  return shownMessage(slack, message ?? { ts, user: slack.options.bot.userId, text: '' }, true);
}
