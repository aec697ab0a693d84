import { z } from 'zod';
import { openConversation } from '../conversations.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { shownView } from '../views/shown-view.ts';
import { sendEvent } from './send-event.ts';

const Body = z.strictObject({ user: z.string() });

/** `POST /_control/home`: the person opens the Home tab. https://docs.slack.dev/reference/events/app_home_opened */
export function homeRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/home',
    handle: async ({ body }) => {
      const user = requireUser(slack, parseJsonBody(Body, body).user);
      const { channel } = openConversation(slack, user.id);
      const home = slack.store.home(user.id);
      const event = {
        type: 'app_home_opened',
        user: user.id,
        channel,
        tab: 'home',
        ...(home === undefined ? {} : { view: shownView(slack, user.id, home) }),
      };
      const ts = slack.store.nextTs(slack.options.now());
      return json(await sendEvent(slack, { user: user.id, ts, subscription: event.type, event }));
    },
  };
}
