import { z } from 'zod';
import { botUser, everybody } from '../users.ts';
import { Flag, Limit, parseArguments } from './arguments.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { MethodHandler } from './method.ts';
import { shownUser } from './shown-user.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ cursor: z.string().optional(), limit: Limit, include_locale: Flag });

/** https://docs.slack.dev/reference/methods/users.list: everybody, bots and switched-off accounts too. */
export const usersList: MethodHandler = (given, slack) => {
  const { cursor, limit, include_locale } = parseArguments(Arguments, given);
  const members = [...everybody(slack), botUser(slack)];
  const from = cursor ? members.findIndex(({ id }) => id === decodeCursor(cursor)) : 0;
  if (from < 0) throw new SlackApiError('invalid_cursor');
  const to = limit === undefined ? members.length : from + limit;
  const next = members[to];
  return {
    members: members.slice(from, to).map((user) => shownUser(slack, user, include_locale ?? false)),
    cache_ts: Math.floor(slack.options.now().getTime() / 1_000),
    response_metadata: { next_cursor: next === undefined ? '' : encodeCursor(next.id) },
  };
};
