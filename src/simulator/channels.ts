import { SlackApiError } from './methods/slack-api-error.ts';
import type { SimulatedChannel } from './options.ts';
import type { Slack } from './slack.ts';
import type { Conversation } from './state/state.ts';

export function findChannel(slack: Slack, id: string): SimulatedChannel | undefined {
  return slack.options.channels?.find((channel) => channel.id === id);
}

/** What was said in a channel of the workspace, from the first message on. */
export function openChannel(slack: Slack, { id }: SimulatedChannel): Conversation {
  const existing = slack.store.conversation(id);
  if (existing !== undefined) return existing;
  slack.store.record({ kind: 'conversation-opened', channel: id });
  return { channel: id, user: undefined, messages: [] };
}

/**
 * Refuses a channel that the bot is not in: it cannot even know of a private one.
 *
 * @see https://docs.slack.dev/reference/methods/conversations.history#errors
 */
export function refuseNotInChannel({ bot_is_member, is_private }: SimulatedChannel): void {
  if (!bot_is_member) throw new SlackApiError(is_private ? 'channel_not_found' : 'not_in_channel');
}

/** As payloads name a channel: only a public one by its name. */
export function channelName(slack: Slack, id: string): string {
  const channel = findChannel(slack, id);
  if (channel === undefined) return 'directmessage';
  return channel.is_private ? 'privategroup' : channel.name;
}

/** The first part of the scopes that a conversation needs: https://docs.slack.dev/reference/scopes. */
export function scopePrefix(slack: Slack, id: string): 'im' | 'channels' | 'groups' {
  if (id.startsWith('D')) return 'im';
  return findChannel(slack, id)?.is_private ? 'groups' : 'channels';
}
