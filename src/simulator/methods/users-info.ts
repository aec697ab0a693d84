import { z } from 'zod';
import { botUser, findUser } from '../users.ts';
import { Flag, parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { shownUser } from './shown-user.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ user: z.string(), include_locale: Flag });

/** https://docs.slack.dev/reference/methods/users.info */
export const usersInfo: MethodHandler = (given, slack) => {
  const { user: id, include_locale } = parseArguments(Arguments, given);
  const user = id === slack.options.bot.userId ? botUser(slack) : findUser(slack, id);
  if (user === undefined) throw new SlackApiError('user_not_found');
  return { user: shownUser(slack, user, include_locale ?? false) };
};
