import { compareTimestamps } from '../timestamp.ts';
import type { Entry, ResponseUrl } from './entry.ts';
import type { StoredMessage } from './message.ts';
import type { Person } from './person.ts';
import type { StoredView } from './view.ts';

export interface Conversation {
  readonly channel: string;
  /** The person at the other end of this DM with the bot; nobody for a channel. */
  readonly user: string | undefined;
  /** Oldest first, ephemeral ones among them. */
  readonly messages: StoredMessage[];
}

export interface State {
  readonly conversations: Map<string, Conversation>;
  /** Published Home tabs, by person. */
  readonly homes: Map<string, StoredView>;
  /** Those who joined or changed, as they are now. */
  readonly people: Map<string, Person>;
  readonly responseUrls: Map<string, ResponseUrl & { uses: number }>;
  lastTimestamp: string | undefined;
}

export function emptyState(): State {
  return {
    conversations: new Map(),
    homes: new Map(),
    people: new Map(),
    responseUrls: new Map(),
    lastTimestamp: undefined,
  };
}

/** Brings `state` up to date with what happened. No I/O: replaying the same entries gives the same state. */
export function applyEntry(state: State, entry: Entry): void {
  switch (entry.kind) {
    case 'conversation-opened':
      state.conversations.set(entry.channel, { channel: entry.channel, user: entry.user, messages: [] });
      return;
    case 'message':
      conversationOf(state, entry.channel).messages.push(entry.message);
      noteTimestamp(state, entry.message.ts);
      return;
    case 'message-changed': {
      const { messages } = conversationOf(state, entry.channel);
      const index = messages.findIndex(({ ts }) => ts === entry.message.ts);
      if (index >= 0) messages[index] = entry.message;
      noteTimestamp(state, entry.message.edited?.ts);
      return;
    }
    case 'message-deleted': {
      const { messages } = conversationOf(state, entry.channel);
      const index = messages.findIndex(({ ts }) => ts === entry.ts);
      if (index >= 0) messages.splice(index, 1);
      return;
    }
    case 'user-joined':
    case 'user-changed':
      state.people.set(entry.user.id, entry.user);
      return;
    case 'home-published':
      state.homes.set(entry.user, entry.view);
      return;
    case 'response-url':
      state.responseUrls.set(entry.responseUrl.id, { ...entry.responseUrl, uses: 0 });
      return;
    case 'response-url-used': {
      const responseUrl = state.responseUrls.get(entry.id);
      if (responseUrl !== undefined) responseUrl.uses += 1;
    }
  }
}

function noteTimestamp(state: State, ts: string | undefined): void {
  if (ts === undefined) return;
  const last = state.lastTimestamp;
  if (last === undefined || compareTimestamps(ts, last) > 0) state.lastTimestamp = ts;
}

function conversationOf(state: State, channel: string): Conversation {
  const conversation = state.conversations.get(channel);
  if (conversation === undefined) throw new Error(`The journal mentions ${channel} before it was opened`);
  return conversation;
}
