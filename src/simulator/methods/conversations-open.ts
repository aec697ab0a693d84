import { z } from 'zod';
import { channelOf, openConversation } from '../conversations.ts';
import { findUser } from '../users.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { refuseUnreachable } from './reachable.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ users: z.string().optional(), channel: z.string().optional() });

/** https://docs.slack.dev/reference/methods/conversations.open: direct messages with one person. */
export const conversationsOpen: MethodHandler = (given, slack) => {
  const { users, channel } = parseArguments(Arguments, given);
  if (channel !== undefined) {
    if (slack.store.conversation(channel) === undefined) throw new SlackApiError('channel_not_found');
    return { channel: { id: channel } };
  }
  const [user, ...others] = (users ?? '').split(',').filter((id) => id !== '');
  if (user === undefined) throw new SlackApiError('users_list_not_supplied');
  if (others.length > 0) throw new SlackApiError('method_not_supported_for_channel_type');
  refuseUnreachable(slack, user);
  if (findUser(slack, user) === undefined) throw new SlackApiError('user_not_found');
  const alreadyOpen = slack.store.conversation(channelOf(user)) !== undefined;
  const conversation = openConversation(slack, user);
  return {
    ...(alreadyOpen ? { no_op: true, already_open: true } : {}),
    channel: { id: conversation.channel },
  };
};
