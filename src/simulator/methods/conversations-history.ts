import { z } from 'zod';
import { shownMessage } from '../app/shown-message.ts';
import { findChannel, openChannel, refuseNotInChannel, scopePrefix } from '../channels.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import type { Conversation } from '../state/state.ts';
import { compareTimestamps } from '../timestamp.ts';
import { Flag, Limit, parseArguments } from './arguments.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { MethodHandler } from './method.ts';
import { requireScope } from './require-scope.ts';
import { SlackApiError } from './slack-api-error.ts';

const Timestamp = z.coerce.string().regex(/^\d+(\.\d+)?$/);

const Arguments = z.looseObject({
  channel: z.string(),
  cursor: z.string().optional(),
  include_all_metadata: Flag,
  inclusive: Flag,
  latest: Timestamp.optional(),
  limit: Limit,
  oldest: Timestamp.optional(),
});

/** https://docs.slack.dev/reference/methods/conversations.history: newest first, 100 unless told. */
export const conversationsHistory: MethodHandler = (given, slack) => {
  const asked = parseArguments(Arguments, given);
  requireScope(slack, `${scopePrefix(slack, asked.channel)}:history`);
  const conversation = requireReadable(slack, asked.channel);
  const before = asked.cursor ? decodeCursor(asked.cursor) : undefined;
  const found = conversation.messages
    .filter((message) => message.ephemeral_for === undefined && isWithin(message, asked))
    .filter(({ ts }) => slack.visibility.isVisible(ts))
    .filter(({ ts }) => before === undefined || compareTimestamps(ts, before) < 0)
    .reverse();
  const page = found.slice(0, asked.limit ?? 100);
  const last = page.at(-1);
  const hasMore = found.length > page.length;
  return {
    messages: page.map((message) => shownMessage(slack, message, asked.include_all_metadata ?? false)),
    has_more: hasMore,
    ...(hasMore && last !== undefined ? { response_metadata: { next_cursor: encodeCursor(last.ts) } } : {}),
  };
};

function requireReadable(slack: Slack, id: string): Conversation {
  const channel = findChannel(slack, id);
  if (channel !== undefined) {
    refuseNotInChannel(channel);
    return openChannel(slack, channel);
  }
  const conversation = slack.store.conversation(id);
  if (conversation === undefined) throw new SlackApiError('channel_not_found');
  return conversation;
}

/** The ends of the span count only with `inclusive`. */
function isWithin({ ts }: StoredMessage, asked: z.infer<typeof Arguments>): boolean {
  const atLeast = asked.inclusive ? 0 : 1;
  return (
    (asked.oldest === undefined || compareTimestamps(ts, asked.oldest) >= atLeast) &&
    (asked.latest === undefined || compareTimestamps(asked.latest, ts) >= atLeast)
  );
}
