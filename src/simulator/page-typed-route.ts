import { z } from 'zod';
import { requireSurface } from './control/place.ts';
import { HttpError } from './http/http-error.ts';
import { parseJsonBody } from './http/read-body.ts';
import { json, type Route } from './http/route.ts';
import type { Slack } from './slack.ts';
import { requireUser } from './users.ts';
import { TypedValues, typeInto } from './views/typed-values.ts';

const Body = z.strictObject({ user: z.string(), view: z.string(), values: TypedValues });

/**
 * `POST /_page/typed`: what somebody has filled in so far in a modal or Home tab. Slack's clients send it along with
 * each tap there, in the `state` of the view.
 */
export function typedRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_page/typed',
    handle: ({ body }) => {
      const { user: id, view, values } = parseJsonBody(Body, body);
      const user = requireUser(slack, id);
      const surface = requireSurface(slack, { user: user.id, view });
      if (surface.kind !== 'view') throw new HttpError(400, 'Nobody types into that.');
      typeInto(slack, user.id, surface.view, values, false);
      return json({ ok: true });
    },
  };
}
