import type { MethodHandler } from './method.ts';

/** https://docs.slack.dev/reference/methods/auth.test */
export const authTest: MethodHandler = (_given, { options: { team, bot } }) => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.name,
  user: bot.name,
  team_id: team.id,
  user_id: bot.userId,
  bot_id: bot.botId,
  is_enterprise_install: false,
});
