import { channelOf } from '../conversations.ts';
import { HttpError } from '../http/http-error.ts';
import { json, type Route, type SimulatorRequest } from '../http/route.ts';
import type { SimulatedUser } from '../options.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { requireUser } from '../users.ts';

/** `GET /_control/messages?user=`: the person's DM with the bot, oldest first. */
export function messagesRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/messages',
    handle: (request) =>
      json(
        messagesIn(slack, channelOf(requireReader(slack, request).id)).filter(
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
      const everywhere = slack.options.users.flatMap(({ id }) => messagesIn(slack, channelOf(id)));
      return json(
        everywhere
          .filter(({ ephemeral_for }) => ephemeral_for === reader.id)
          .sort((one, other) => Number(one.ts) - Number(other.ts)),
      );
    },
  };
}

function messagesIn(slack: Slack, channel: string): readonly StoredMessage[] {
  return slack.store.conversation(channel)?.messages ?? [];
}

function requireReader(slack: Slack, { query }: SimulatorRequest): SimulatedUser {
  const id = query.get('user');
  if (id === null) throw new HttpError(400, 'Say whose messages: ?user=U….');
  return requireUser(slack, id);
}
