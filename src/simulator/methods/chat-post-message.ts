import { z } from 'zod';
import { shownMessage } from '../app/shown-message.ts';
import { addMessage, reachConversation } from '../conversations.ts';
import { parseArguments } from './arguments.ts';
import { ContentArguments, parseContent, parseMetadata } from './content.ts';
import type { MethodHandler } from './method.ts';
import { refuseUnreachable } from './reachable.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ channel: z.string(), ...ContentArguments });

/** https://docs.slack.dev/reference/methods/chat.postMessage: a person's id as `channel` opens the DM. */
export const chatPostMessage: MethodHandler = (given, slack) => {
  const { channel, ...content } = parseArguments(Arguments, given);
  refuseUnreachable(slack, channel);
  const said = { ...parseContent(slack, content), metadata: parseMetadata(content.metadata) ?? undefined };
  const conversation = reachConversation(slack, channel);
  if (conversation === undefined) throw new SlackApiError('channel_not_found');
  if (conversation.user !== undefined) refuseUnreachable(slack, conversation.user);
  const message = addMessage(slack, conversation.channel, slack.options.bot.userId, said);
  return { channel: conversation.channel, ts: message.ts, message: shownMessage(slack, message, true) };
};
