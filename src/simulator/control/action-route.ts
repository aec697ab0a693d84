import { z } from 'zod';
import { actionPayload } from '../app/action-payload.ts';
import { dispatch } from '../app/dispatch.ts';
import { findElement } from '../app/find-element.ts';
import { createResponseUrl } from '../app/response-url.ts';
import { formEncoded } from '../app/send-to-app.ts';
import { inventedAction, tappedAction } from '../app/tapped-action.ts';
import { channelOf, openConversation } from '../conversations.ts';
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
  force: z.boolean().default(false),
});
type Body = z.infer<typeof Body>;

/**
 * `POST /_control/action`: the person taps. Without `force` the message and the element must be there for this
 * person; with it, whatever a hostile or stale client may send goes to the app, also for somebody else's DM.
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
      return json({ acknowledged_ms, status, ...(error === undefined ? {} : { error }) });
    },
  };
}

/** The DM and the message the tap is about: the person's own, or with `force` whosever message has this `ts`. */
function placeOf(slack: Slack, tap: Body): { channel: string; message: StoredMessage | undefined } {
  const own = channelOf(tap.user);
  const message = slack.store.message(own, tap.ts);
  if (message !== undefined) return { channel: own, message };
  if (!tap.force) throw new HttpError(404, `${tap.user} has no message ${tap.ts}.`);
  const other = slack.options.users
    .map(({ id }) => channelOf(id))
    .find((channel) => slack.store.message(channel, tap.ts) !== undefined);
  if (other !== undefined) return { channel: other, message: slack.store.message(other, tap.ts) };
  return { channel: openConversation(slack, tap.user).channel, message: undefined };
}

function actionOf(slack: Slack, tap: Body, message: StoredMessage | undefined): Record<string, unknown> {
  const actionTs = slack.store.nextTs(slack.options.now());
  const found = message === undefined ? undefined : findElement(message, tap);
  if (found !== undefined) return tappedAction(found, tap.value, actionTs);
  if (tap.force) return inventedAction(tap, actionTs);
  throw new HttpError(404, `Message ${tap.ts} has no element "${tap.action_id}" as it stands now.`);
}
