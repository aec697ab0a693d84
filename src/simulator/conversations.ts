import { LIMITS } from '../slack/blocks/limits.ts';
import { withBlockIds } from './block-ids.ts';
import { findChannel, openChannel, refuseNotInChannel } from './channels.ts';
import type { Slack } from './slack.ts';
import type { Metadata, StoredMessage } from './state/message.ts';
import type { Conversation } from './state/state.ts';
import { findUser } from './users.ts';

/** What a message says; its blocks have been validated. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly { type: string }[] | undefined;
  readonly metadata?: Metadata | undefined;
}

/** What a message is changed to: `null` removes its metadata, `undefined` keeps it. */
export interface Change extends Omit<Content, 'metadata'> {
  readonly metadata?: Metadata | null | undefined;
}

/** The person's DM with the bot, opened if it was not. The person must exist. */
export function openConversation(slack: Slack, user: string): Conversation {
  const channel = channelOf(user);
  const existing = slack.store.conversation(channel);
  if (existing !== undefined) return existing;
  slack.store.record({ kind: 'conversation-opened', channel, user });
  return { channel, user, messages: [] };
}

/** The id of a person's DM with the bot, whether it was opened or not. */
export function channelOf(user: string): string {
  return `D${user.slice(1)}`;
}

/**
 * Where the app may write: an open DM by its own id or, as `chat.postMessage` allows, by the person's, or a channel.
 * Throws `SlackApiError` for a channel that the bot is not in.
 */
export function reachConversation(slack: Slack, id: string): Conversation | undefined {
  if (findUser(slack, id) !== undefined) return openConversation(slack, id);
  const channel = findChannel(slack, id);
  if (channel === undefined) return slack.store.conversation(id);
  refuseNotInChannel(channel);
  return openChannel(slack, channel);
}

export function addMessage(
  slack: Slack,
  channel: string,
  author: string,
  content: Content,
  ephemeralFor?: string,
): StoredMessage {
  const message: StoredMessage = {
    ts: slack.store.nextTs(slack.options.now()),
    user: author,
    text: content.text.slice(0, LIMITS.message.text),
    ...(content.blocks?.length ? { blocks: withBlockIds(content.blocks, slack.newId) } : {}),
    ...(content.metadata === undefined ? {} : { metadata: content.metadata }),
    ...(ephemeralFor === undefined ? {} : { ephemeral_for: ephemeralFor }),
  };
  slack.store.record({ kind: 'message', channel, message });
  slack.visibility.accepted(message.ts);
  return message;
}

/** Replaces text and blocks; keeps who wrote it, its `ts` and for whom it is. */
export function changeMessage(
  slack: Slack,
  channel: string,
  original: StoredMessage,
  change: Change,
): StoredMessage {
  const metadata = change.metadata === undefined ? original.metadata : (change.metadata ?? undefined);
  const message: StoredMessage = {
    ts: original.ts,
    user: original.user,
    text: change.text.slice(0, LIMITS.message.text),
    ...(change.blocks?.length ? { blocks: withBlockIds(change.blocks, slack.newId) } : {}),
    ...(metadata === undefined ? {} : { metadata }),
    ...(original.ephemeral_for === undefined
      ? { edited: { user: original.user, ts: slack.store.nextTs(slack.options.now()) } }
      : { ephemeral_for: original.ephemeral_for }),
  };
  slack.store.record({ kind: 'message-changed', channel, message });
  return message;
}
