import { HttpError } from '../http/http-error.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';

const PAGE = 5_000;

/** `GET /_control/record`, `?after=<number>`: what was accepted, refused and done, 5,000 at a time, oldest first. */
export function recordRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/record',
    handle: ({ query }) => {
      const after = Number(query.get('after') ?? 0);
      if (!Number.isInteger(after) || after < 0)
        throw new HttpError(400, '"after" is the number of an entry.');
      return json(slack.record.after(after, PAGE));
    },
  };
}
