import { z } from 'zod';
import { findChannel } from '../channels.ts';
import { permalinkOf } from '../permalink.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ channel: z.string(), message_ts: z.string() });

/** https://docs.slack.dev/reference/methods/chat.getPermalink: also of public channels that the bot is not in. */
export const chatGetPermalink: MethodHandler = (given, slack) => {
  const { channel: id, message_ts } = parseArguments(Arguments, given);
  const channel = findChannel(slack, id);
  const isHidden = channel?.is_private === true && !channel.bot_is_member;
  if (isHidden || (channel === undefined && slack.store.conversation(id) === undefined)) {
    throw new SlackApiError('channel_not_found');
  }
  const message = slack.store.message(id, message_ts);
  if (message === undefined || message.ephemeral_for !== undefined)
    throw new SlackApiError('message_not_found');
  return { channel: id, permalink: permalinkOf(slack, id, message.ts) };
};
