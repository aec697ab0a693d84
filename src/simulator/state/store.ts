import { nextTimestamp } from '../timestamp.ts';
import { type Changes, createChanges } from './changes.ts';
import type { Entry, ResponseUrl } from './entry.ts';
import { openJournal } from './journal.ts';
import type { StoredMessage } from './message.ts';
import type { Person } from './person.ts';
import { applyEntry, type Conversation, emptyState } from './state.ts';
import type { StoredView } from './view.ts';

/** What the workspace remembers. Reading is free; everything that changes it goes through `record`. */
export interface Store {
  readonly changes: Changes;
  /** Writes to the journal first: what was answered for is not lost with the process. */
  record(entry: Entry): void;
  nextTs(now: Date): string;
  conversation(channel: string): Conversation | undefined;
  conversations(): readonly Conversation[];
  message(channel: string, ts: string): StoredMessage | undefined;
  /** Those who joined or changed since the workspace was made, as they are now. */
  people(): readonly Person[];
  person(id: string): Person | undefined;
  /** The person's Home tab, once one was published. */
  home(user: string): StoredView | undefined;
  responseUrl(id: string): (ResponseUrl & { readonly uses: number }) | undefined;
  close(): void;
}

export function openStore(journalFile: string | undefined, recorded: (entry: Entry) => void): Store {
  const state = emptyState();
  const changes = createChanges();
  const opened = journalFile === undefined ? undefined : openJournal(journalFile);
  for (const entry of opened?.entries ?? []) applyEntry(state, entry);
  return {
    changes,
    record(entry) {
      opened?.journal.append(entry);
      applyEntry(state, entry);
      recorded(entry);
      changes.bump();
    },
    nextTs(now) {
      state.lastTimestamp = nextTimestamp(now, state.lastTimestamp);
      return state.lastTimestamp;
    },
    conversation: (channel) => state.conversations.get(channel),
    conversations: () => [...state.conversations.values()],
    message: (channel, ts) => state.conversations.get(channel)?.messages.find((message) => message.ts === ts),
    people: () => [...state.people.values()],
    person: (id) => state.people.get(id),
    home: (user) => state.homes.get(user),
    responseUrl: (id) => state.responseUrls.get(id),
    close: () => opened?.journal.close(),
  };
}
