import { z } from 'zod';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import { isLoopback } from '../http/same-machine.ts';
import type { Slack } from '../slack.ts';

const loopbackUrl = z
  .url({ protocol: /^http$/ })
  .refine((url) => isLoopback(new URL(url).hostname), 'it is an address of this machine');

const Body = z.strictObject({
  apps: z.array(
    z.strictObject({ url: loopbackUrl, signing_secret: z.string(), ready_url: loopbackUrl.optional() }),
  ),
});

/** `POST /_control/connect`: from now on commands, taps and events go to these processes of the app. */
export function connectRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/connect',
    handle: ({ body }) => {
      slack.apps.connect(
        parseJsonBody(Body, body).apps.map(({ url, signing_secret: signingSecret, ready_url: readyUrl }) => ({
          url,
          signingSecret,
          readyUrl,
        })),
      );
      return json({ ok: true });
    },
  };
}
