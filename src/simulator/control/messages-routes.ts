import { findChannel } from '../channels.ts';
import { channelOf } from '../conversations.ts';
import { HttpError } from '../http/http-error.ts';
import { json, type Route, type SimulatorRequest } from '../http/route.ts';
import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { requireUser } from '../users.ts';

/** `GET /_control/messages?user=`: the person's DM with the bot, or `?channel=` a channel, oldest first. */
export function messagesRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/messages',
    handle: (request) =>
      json(
        messagesIn(slack, requirePlace(slack, request)).filter(
          ({ ephemeral_for }) => ephemeral_for === undefined,
        ),
      ),
  };
}

/** `GET /_control/ephemerals?user=`: what only this person sees, wherever it was said, oldest first. */
export function ephemeralsRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/ephemerals',
    handle: (request) => {
      const reader = requireReader(slack, request);
      const everywhere = slack.store.conversations().flatMap(({ messages }) => messages);
      return json(
        everywhere
          .filter(({ ephemeral_for }) => ephemeral_for === reader.id)
          .sort((one, other) => Number(one.ts) - Number(other.ts)),
      );
    },
  };
}

function requirePlace(slack: Slack, request: SimulatorRequest): string {
  const channel = request.query.get('channel');
  if (channel === null) return channelOf(requireReader(slack, request).id);
  if (findChannel(slack, channel) === undefined) throw new HttpError(404, `There is no channel ${channel}.`);
  return channel;
}

function messagesIn(slack: Slack, channel: string): readonly StoredMessage[] {
  return slack.store.conversation(channel)?.messages ?? [];
}

function requireReader(slack: Slack, { query }: SimulatorRequest): SimulatedUser {
  const id = query.get('user');
  if (id === null) throw new HttpError(400, 'Say whose messages: ?user=U….');
  return requireUser(slack, id);
}
