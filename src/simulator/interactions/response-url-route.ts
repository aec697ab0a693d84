import { RESPONSE_URL } from '../../slack/blocks/limits.ts';
import { addMessage, changeMessage } from '../conversations.ts';
import { withFaults } from '../faults/with-faults.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJson } from '../http/read-body.ts';
import { json, type Reply, type Route, type SimulatorRequest, text } from '../http/route.ts';
import { parseArguments } from '../methods/arguments.ts';
import { parseContent, parseMetadata } from '../methods/content.ts';
import { SlackApiError } from '../methods/slack-api-error.ts';
import type { Slack } from '../slack.ts';
import type { ResponseUrl } from '../state/entry.ts';
import { InteractionReply } from './reply.ts';

/** `POST /response/<id>`: what the app answers to one command or tap. */
export function responseUrlRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/response/:id',
    handle: (request) => withFaults(slack, 'response_url', request, () => answerResponse(slack, request)),
  };
}

function answerResponse(slack: Slack, { params, body }: SimulatorRequest): Reply {
  const given = parseJson(body);
  const called = { direction: 'from-app', method: 'response_url', arguments: given } as const;
  try {
    const responseUrl = requireUsable(slack, params.id ?? '');
    const ts = respond(slack, responseUrl, parseArguments(InteractionReply, given));
    slack.store.record({ kind: 'response-url-used', id: responseUrl.id });
    slack.activity.add({ ...called, ok: true, ts });
    return text('ok');
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    slack.activity.add({ ...called, ok: false, error: error.code, messages: error.messages });
    slack.record.add({ kind: 'refused', method: 'response_url', error: error.code });
    return json({ ok: false, error: error.code }, GONE.includes(error.code) ? 404 : 400);
  }
}

const GONE = ['expired_url', 'used_url', 'message_not_found'];

/** Five uses within 30 minutes of business time. */
function requireUsable(slack: Slack, id: string): ResponseUrl {
  const responseUrl = slack.store.responseUrl(id);
  if (responseUrl === undefined) throw new HttpError(404, 'There is no such response URL.');
  const age = slack.options.now().getTime() - Date.parse(responseUrl.created_at);
  if (age > RESPONSE_URL.minutes * 60_000) throw new SlackApiError('expired_url');
  if (responseUrl.uses >= RESPONSE_URL.uses) throw new SlackApiError('used_url');
  return responseUrl;
}

function respond(slack: Slack, responseUrl: ResponseUrl, reply: InteractionReply): string {
  const { channel, user, message_ts } = responseUrl;
  if (reply.delete_original && message_ts !== undefined) {
    requireOriginal(slack, channel, message_ts);
    slack.store.record({ kind: 'message-deleted', channel, ts: message_ts });
    return message_ts;
  }
  const content = { ...parseContent(slack, reply), metadata: parseMetadata(reply.metadata) };
  if (reply.replace_original && message_ts !== undefined) {
    const original = requireOriginal(slack, channel, message_ts);
    return changeMessage(slack, channel, original, content).ts;
  }
  const { metadata, ...said } = content;
  const author = slack.options.bot.userId;
  return reply.response_type === 'in_channel'
    ? addMessage(slack, channel, author, { ...said, metadata: metadata ?? undefined }).ts
    : addMessage(slack, channel, author, said, user).ts;
}

function requireOriginal(slack: Slack, channel: string, ts: string) {
  const message = slack.store.message(channel, ts);
  if (message === undefined) throw new SlackApiError('message_not_found');
  return message;
}
