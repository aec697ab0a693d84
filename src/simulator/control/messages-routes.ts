import { channelOf } from '../conversations.ts';
import { HttpError } from '../http/http-error.ts';
import { json, type Route, type SimulatorRequest } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { requireUser } from '../users.ts';

/** `GET /_control/messages?user=`: the person's DM with the bot, oldest first. */
export function messagesRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/messages',
    handle: (request) =>
      json(messagesOf(slack, request).filter(({ ephemeral_for }) => ephemeral_for === undefined)),
  };
}

/** `GET /_control/ephemerals?user=`: what only this person sees, oldest first. */
export function ephemeralsRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/ephemerals',
    handle: (request) =>
      json(messagesOf(slack, request).filter(({ ephemeral_for }) => ephemeral_for !== undefined)),
  };
}

function messagesOf(slack: Slack, { query }: SimulatorRequest): readonly StoredMessage[] {
  const id = query.get('user');
  if (id === null) throw new HttpError(400, 'Say whose messages: ?user=U….');
  const user = requireUser(slack, id);
  return slack.store.conversation(channelOf(user.id))?.messages ?? [];
}
