import { z } from 'zod';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

const Body = z.strictObject({ event_id: z.string() });

/** `POST /_control/redeliver`: the same event once more, as when its acknowledgement was lost on the way. */
export function redeliverRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/redeliver',
    handle: async ({ body }) => {
      const { event_id } = parseJsonBody(Body, body);
      const acknowledgement = await slack.retries.redeliver(slack, event_id);
      if (acknowledgement === undefined) throw new HttpError(404, `No event ${event_id} was sent.`);
      return json(shownAcknowledgement(acknowledgement));
    },
  };
}
