import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { VERIFICATION_TOKEN } from './command-payload.ts';
import type { EventEnvelope } from './event-retries.ts';

/** The envelope of a `message.im` event: https://docs.slack.dev/reference/events/message.im. */
export function messageEvent(slack: Slack, channel: string, message: StoredMessage): EventEnvelope {
  const { team, bot } = slack.options;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    api_app_id: bot.appId,
    type: 'event_callback',
    event_id: `Ev${slack.newId()}`,
    event_time: Math.floor(Number(message.ts)),
    event_context: slack.newId(),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    event: {
      type: 'message',
      client_msg_id: slack.newId(),
      user: message.user,
      team: team.id,
      channel,
      channel_type: 'im',
      text: message.text,
      ts: message.ts,
      event_ts: message.ts,
    },
  };
}
