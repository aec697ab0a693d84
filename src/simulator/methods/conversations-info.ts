import { z } from 'zod';
import { findChannel, scopePrefix } from '../channels.ts';
import type { SimulatedChannel } from '../options.ts';
import type { Slack } from '../slack.ts';
import type { Conversation } from '../state/state.ts';
import { findUser } from '../users.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { requireScope } from './require-scope.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ channel: z.string() });

/** https://docs.slack.dev/reference/methods/conversations.info: not of private channels that the bot is not in. */
export const conversationsInfo: MethodHandler = (given, slack) => {
  const { channel: id } = parseArguments(Arguments, given);
  requireScope(slack, `${scopePrefix(slack, id)}:read`);
  const channel = findChannel(slack, id);
  if (channel !== undefined && (channel.bot_is_member || !channel.is_private)) {
    return { channel: shownChannel(slack, channel) };
  }
  const conversation = slack.store.conversation(id);
  if (channel !== undefined || conversation === undefined) throw new SlackApiError('channel_not_found');
  return { channel: shownDirectMessages(slack, conversation) };
};

function shownChannel(slack: Slack, { id, name, is_private = false, bot_is_member }: SimulatedChannel) {
  return {
    id,
    name,
    name_normalized: name,
    is_channel: !is_private,
    is_group: is_private,
    is_im: false,
    is_mpim: false,
    is_private,
    is_archived: false,
    is_general: false,
    is_shared: false,
    is_org_shared: false,
    is_ext_shared: false,
    is_member: bot_is_member,
    context_team_id: slack.options.team.id,
  };
}

function shownDirectMessages(slack: Slack, { channel, user }: Conversation) {
  return {
    id: channel,
    user,
    is_im: true,
    is_archived: false,
    is_org_shared: false,
    is_user_deleted: findUser(slack, user ?? '')?.deleted ?? false,
    context_team_id: slack.options.team.id,
  };
}
