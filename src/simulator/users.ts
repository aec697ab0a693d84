import { HttpError } from './http/http-error.ts';
import type { SimulatedUser } from './options.ts';
import type { Slack } from './slack.ts';

export function findUser(slack: Slack, id: string): SimulatedUser | undefined {
  return slack.store.person(id) ?? slack.options.users.find((user) => user.id === id);
}

/** Everybody but the bot, as they are now; those who joined last. */
export function everybody(slack: Slack): SimulatedUser[] {
  const { users } = slack.options;
  const first = new Set(users.map(({ id }) => id));
  const joined = slack.store.people().filter(({ id }) => !first.has(id));
  return [...users.map((user) => slack.store.person(user.id) ?? user), ...joined];
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
