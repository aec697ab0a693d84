import { HttpError } from '../http/http-error.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';

/** `GET /_control/log`, `?after=<number>`: what the app called and what it was sent, in order. */
export function logRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/log',
    handle: ({ query }) => {
      const after = Number(query.get('after') ?? 0);
      if (!Number.isInteger(after)) throw new HttpError(400, '"after" is the number of an entry.');
      return json(slack.activity.after(after));
    },
  };
}
