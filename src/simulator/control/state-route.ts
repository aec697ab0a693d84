import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';

/** `GET /_control/state`: the business time and the people. */
export function stateRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/state',
    handle: () =>
      json({
        now: slack.options.now().toISOString(),
        users: slack.options.users.map(({ id, name, real_name, tz, locale }) => ({
          id,
          name,
          real_name,
          tz,
          locale,
        })),
      }),
  };
}
