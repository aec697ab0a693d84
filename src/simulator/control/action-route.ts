import { z } from 'zod';
import { actionPayload } from '../app/action-payload.ts';
import { dispatch } from '../app/dispatch.ts';
import { findElement } from '../app/find-element.ts';
import { createResponseUrl } from '../app/response-url.ts';
import { formEncoded } from '../app/send-to-app.ts';
import { inventedAction, tappedAction } from '../app/tapped-action.ts';
import { channelOf } from '../conversations.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { requireUser } from '../users.ts';

const Body = z.object({
  user: z.string(),
  ts: z.string(),
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.string().optional(),
});
type Body = z.infer<typeof Body>;

/**
 * `POST /_control/action`: the person taps. What a hostile or stale client may send goes to the app as well: a
 * message in somebody else's DM, an element that the message does not have, a value that the element does not.
 */
export function actionRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/action',
    handle: async (request) => {
      const tap = parseJsonBody(Body, request.body);
      const user = requireUser(slack, tap.user);
      const { channel, message } = placeOf(slack, tap);
      const action = actionOf(slack, tap, message);
      const responseUrl = createResponseUrl(slack, channel, user.id, tap.ts);
      const payload = actionPayload(slack, user, { channel, ts: tap.ts, message, responseUrl }, action);
      const body = formEncoded({ payload: JSON.stringify(payload) });
      const { acknowledged_ms, status, error } = await dispatch(slack, 'action', payload, body);
      slack.record.add({
        kind: 'tapped',
        user: user.id,
        status,
        details: { channel, ts: tap.ts, action, ...(error === undefined ? {} : { error }) },
      });
      return json({ acknowledged_ms, status, ...(error === undefined ? {} : { error }) });
    },
  };
}

/** The DM and the message the tap is about: the person's own, or whosever message has this `ts`. */
function placeOf(slack: Slack, tap: Body): { channel: string; message: StoredMessage } {
  const channels = [tap.user, ...slack.options.users.map(({ id }) => id)].map(channelOf);
  for (const channel of channels) {
    const message = slack.store.message(channel, tap.ts);
    if (message !== undefined) return { channel, message };
  }
  throw new HttpError(404, `Nobody has a message ${tap.ts}.`);
}

function actionOf(slack: Slack, tap: Body, message: StoredMessage): Record<string, unknown> {
  const actionTs = slack.store.nextTs(slack.options.now());
  const found = findElement(message, tap);
  return found === undefined ? inventedAction(tap, actionTs) : tappedAction(found, tap.value, actionTs);
}
