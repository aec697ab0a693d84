import { z } from 'zod';
import { actionPayload } from '../app/action-payload.ts';
import { findElement } from '../app/find-element.ts';
import { createResponseUrl } from '../app/response-url.ts';
import { sendInteraction } from '../app/send-interaction.ts';
import { blocksOn, type Surface, surfaceKey } from '../app/surface.ts';
import { inventedAction, tappedAction } from '../app/tapped-action.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { clientOf } from '../views/client-of.ts';
import { Scalar, stateValueFor } from '../views/state-values.ts';
import { TypedValues, typeInto } from '../views/typed-values.ts';
import { requireSurface } from './place.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

const Body = z.object({
  user: z.string(),
  ts: z.string().optional(),
  view: z.string().optional(),
  action_id: z.string(),
  block_id: z.string().optional(),
  value: Scalar.optional(),
  values: TypedValues.optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  client: z.string().optional(),
});
type Body = z.infer<typeof Body>;

/**
 * `POST /_control/action`: the person taps or chooses, in a message, their Home tab or a modal. What a hostile or
 * stale client may send goes to the app as well: a message in somebody else's DM, a modal that was closed, an element
 * that is not there, a value that it does not have, and whatever `fields` say.
 */
export function actionRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/action',
    handle: async (request) => {
      const tap = parseJsonBody(Body, request.body);
      const user = requireUser(slack, tap.user);
      const surface = requireSurface(slack, tap);
      if (surface.kind === 'view' && tap.values !== undefined) {
        typeInto(slack, user.id, surface.view, tap.values, false);
      }
      const action = { ...choose(slack, tap, surface), ...tap.fields };
      const responseUrl =
        surface.kind === 'message'
          ? createResponseUrl(slack, surface.channel, user.id, surface.message.ts)
          : undefined;
      const { client } =
        surface.kind === 'view'
          ? clientOf(slack, surface.view.id, { user: user.id, client: tap.client })
          : tap;
      const payload = actionPayload(slack, user, surface, { action, responseUrl, client });
      const acknowledgement = await sendInteraction(slack, 'action', payload);
      const { status, error } = acknowledgement;
      slack.record.add({
        kind: 'tapped',
        user: user.id,
        status,
        details: { ...whereOf(surface), action, ...(error === undefined ? {} : { error }) },
      });
      return json(shownAcknowledgement(acknowledgement));
    },
  };
}

function whereOf(surface: Surface): Record<string, string> {
  return surface.kind === 'view'
    ? { view_id: surface.view.id }
    : { channel: surface.channel, ts: surface.message.ts };
}

/** The entry of `actions`; what was chosen is remembered where it was chosen. */
function choose(slack: Slack, tap: Body, surface: Surface): Record<string, unknown> {
  const actionTs = slack.store.nextTs(slack.options.now());
  const found = findElement(blocksOn(surface), tap);
  if (found === undefined) return inventedAction(tap, actionTs);
  const key = surfaceKey(surface);
  const loaded = slack.chosen.optionsFor(key, tap.action_id);
  const state = stateValueFor(found, tap.value ?? null, loaded);
  if (state !== undefined) slack.chosen.remember(key, found.block_id, tap.action_id, state);
  return tappedAction(found, tap.value, actionTs, loaded);
}
