import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import { VERIFICATION_TOKEN } from './command-payload.ts';

/** What every interaction tells of who it was and where: https://docs.slack.dev/reference/interaction-payloads. */
export function interactionPayload(slack: Slack, user: SimulatedUser): Record<string, unknown> {
  const { team, bot } = slack.options;
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: bot.appId,
    token: VERIFICATION_TOKEN,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}
