import { HttpError } from './http/http-error.ts';
import type { SimulatedUser } from './options.ts';
import type { Slack } from './slack.ts';

export function findUser(slack: Slack, id: string): SimulatedUser | undefined {
  return slack.options.users.find((user) => user.id === id);
}

/** The person a control call speaks for; 404 when nobody has this id. */
export function requireUser(slack: Slack, id: string): SimulatedUser {
  const user = findUser(slack, id);
  if (user === undefined) throw new HttpError(404, `Nobody here has the id ${id}.`);
  return user;
}

/** The bot as `users.info` shows it. */
export function botUser(slack: Slack): SimulatedUser {
  const { bot } = slack.options;
  return {
    id: bot.userId,
    name: bot.name,
    real_name: bot.displayName,
    email: '',
    tz: 'Etc/UTC',
    locale: 'en-US',
    is_bot: true,
  };
}
