import { actionRoute } from './control/action-route.ts';
import { commandRoute } from './control/command-route.ts';
import { logRoute } from './control/log-route.ts';
import { messageRoute } from './control/message-route.ts';
import { ephemeralsRoute, messagesRoute } from './control/messages-routes.ts';
import { stateRoute } from './control/state-route.ts';
import type { Route } from './http/route.ts';
import { responseUrlRoute } from './interactions/response-url-route.ts';
import { webApiRoute } from './methods/web-api-route.ts';
import { pageRoutes } from './page-routes.ts';
import type { Slack } from './slack.ts';

/** Everything the simulated Slack answers, with what the demo adds. */
export function simulatorRoutes(slack: Slack): Route[] {
  return [
    webApiRoute(slack),
    responseUrlRoute(slack),
    stateRoute(slack),
    messagesRoute(slack),
    ephemeralsRoute(slack),
    commandRoute(slack),
    actionRoute(slack),
    messageRoute(slack),
    logRoute(slack),
    ...pageRoutes(slack),
    ...(slack.options.extraRoutes ?? []),
  ];
}
