import { z } from 'zod';
import { addMessage, reachConversation } from '../conversations.ts';
import { parseArguments } from './arguments.ts';
import { ContentArguments, parseContent } from './content.ts';
import type { MethodHandler } from './method.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ channel: z.string(), user: z.string(), ...ContentArguments });

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
export const chatPostEphemeral: MethodHandler = (given, slack) => {
  const { channel, user, ...content } = parseArguments(Arguments, given);
  const said = parseContent(slack, content);
  const conversation = reachConversation(slack, channel);
  if (conversation === undefined) throw new SlackApiError('channel_not_found');
  if ((conversation.user ?? user) !== user) throw new SlackApiError('user_not_in_channel');
  const message = addMessage(slack, conversation.channel, slack.options.bot.userId, said, user);
  return { message_ts: message.ts };
};
