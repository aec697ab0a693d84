import type { Slack } from '../slack.ts';
import { findUser } from '../users.ts';
import { SlackApiError } from './slack-api-error.ts';

/**
 * Refuses a person whose account is off (`user_disabled`, documented for `conversations.open` and assumed for
 * posting) and bots (`cannot_dm_bot`). Ids of nobody pass: what is said of them differs from method to method.
 */
export function refuseUnreachable(slack: Slack, userId: string): void {
  const user = findUser(slack, userId);
  if (user?.deleted) throw new SlackApiError('user_disabled');
  if (user?.is_bot || userId === slack.options.bot.userId) throw new SlackApiError('cannot_dm_bot');
}
