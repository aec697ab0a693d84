import { z } from 'zod';
import { everybody } from '../users.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { shownUser } from './shown-user.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ email: z.string() });

/** https://docs.slack.dev/reference/methods/users.lookupByEmail: switched-off accounts are not found. */
export const usersLookupByEmail: MethodHandler = (given, slack) => {
  const { email } = parseArguments(Arguments, given);
  const user = everybody(slack).find(
    (candidate) => !candidate.deleted && candidate.email.toLowerCase() === email.toLowerCase(),
  );
  if (user === undefined) throw new SlackApiError('users_not_found');
  return { user: shownUser(slack, user, false) };
};
