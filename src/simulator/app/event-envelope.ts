import type { Slack } from '../slack.ts';
import { VERIFICATION_TOKEN } from './command-payload.ts';

/** An event's envelope, as it is sent each time: the `event_id` stays the same. */
export interface EventEnvelope extends Readonly<Record<string, unknown>> {
  readonly event_id: string;
}

/** https://docs.slack.dev/apis/events-api#callback-field; `ts` is when it happened. */
export function eventEnvelope(
  slack: Slack,
  event: Readonly<Record<string, unknown>>,
  ts: string,
): EventEnvelope {
  const { team, bot } = slack.options;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    api_app_id: bot.appId,
    type: 'event_callback',
    event_id: `Ev${slack.newId()}`,
    event_time: Math.floor(Number(ts)),
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
    event: { ...event, event_ts: ts },
  };
}
