import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { SlackApiError } from './slack-api-error.ts';

/** A message the app wrote and may change; `foreign` is the method's error for somebody else's. */
export function requireOwnMessage(slack: Slack, channel: string, ts: string, foreign: string): StoredMessage {
  if (slack.store.conversation(channel) === undefined) throw new SlackApiError('channel_not_found');
  const message = slack.store.message(channel, ts);
  if (message === undefined || message.ephemeral_for !== undefined) {
    throw new SlackApiError('message_not_found');
  }
  if (message.user !== slack.options.bot.userId) throw new SlackApiError(foreign);
  return message;
}
