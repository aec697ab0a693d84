import { actionRoute } from './control/action-route.ts';
import { closeRoute } from './control/close-route.ts';
import { commandRoute } from './control/command-route.ts';
import { connectRoute } from './control/connect-route.ts';
import { faultRoutes } from './control/fault-routes.ts';
import { homeRoute } from './control/home-route.ts';
import { logRoute } from './control/log-route.ts';
import { messageRoute } from './control/message-route.ts';
import { ephemeralsRoute, messagesRoute } from './control/messages-routes.ts';
import { optionsRoute } from './control/options-route.ts';
import { joinRoute, userRoute } from './control/people-routes.ts';
import { recordRoute } from './control/record-route.ts';
import { redeliverRoute } from './control/redeliver-route.ts';
import { shortcutRoute } from './control/shortcut-route.ts';
import { stateRoute } from './control/state-route.ts';
import { submitRoute } from './control/submit-route.ts';
import { viewRoute } from './control/view-route.ts';
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
    viewRoute(slack),
    submitRoute(slack),
    closeRoute(slack),
    optionsRoute(slack),
    homeRoute(slack),
    shortcutRoute(slack),
    messageRoute(slack),
    userRoute(slack),
    joinRoute(slack),
    logRoute(slack),
    recordRoute(slack),
    redeliverRoute(slack),
    connectRoute(slack),
    ...faultRoutes(slack),
    ...pageRoutes(slack),
    ...(slack.options.extraRoutes ?? []),
  ];
}
