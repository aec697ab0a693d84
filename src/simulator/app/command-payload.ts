import { channelName } from '../channels.ts';
import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';

/**
 * The fields of a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling
 */
export function commandPayload(
  slack: Slack,
  user: SimulatedUser,
  given: {
    readonly command: string;
    readonly text: string;
    readonly channel: string;
    readonly responseUrl: string;
    readonly client: string | undefined;
  },
): Record<string, string> {
  const { team, bot } = slack.options;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: given.channel,
    channel_name: channelName(slack, given.channel),
    user_id: user.id,
    user_name: user.name,
    command: given.command,
    text: given.text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: given.responseUrl,
    trigger_id: slack.triggers.issue(user.id, given.client),
  };
}

/** Long deprecated in favour of signatures, and still sent. */
export const VERIFICATION_TOKEN = 'simulated-verification-token';
