import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { everybody } from '../users.ts';

/** `GET /_control/state`: the business time, the people, the channels and the app's shortcuts. */
export function stateRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/state',
    handle: () =>
      json({
        now: slack.options.now().toISOString(),
        users: everybody(slack).map(({ id, name, real_name, tz, locale, deleted = false }) => ({
          id,
          name,
          real_name,
          tz,
          locale,
          ...(deleted ? { deleted } : {}),
        })),
        channels: slack.options.channels ?? [],
        shortcuts: slack.options.shortcuts ?? [],
      }),
  };
}
