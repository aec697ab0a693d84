import { z } from 'zod';
import { findElement } from '../app/find-element.ts';
import { sendInteraction } from '../app/send-interaction.ts';
import { suggestionPayload } from '../app/suggestion-payload.ts';
import { blocksOn, surfaceKey } from '../app/surface.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import { readSuggestions } from '../interactions/suggestions.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { requireSurface } from './place.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

const Body = z.strictObject({
  user: z.string(),
  ts: z.string().optional(),
  view: z.string().optional(),
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.string().default(''),
});

const Loading = z.looseObject({
  type: z.enum(['external_select', 'multi_external_select']),
  action_id: z.string(),
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element: 3 unless told. */
  min_query_length: z.number().default(3),
});

/** `POST /_control/options`: the person types into a select whose options the app supplies. */
export function optionsRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/options',
    handle: async (request) => {
      const asked = parseJsonBody(Body, request.body);
      const user = requireUser(slack, asked.user);
      const surface = requireSurface(slack, asked);
      const found = findElement(blocksOn(surface), { action_id: asked.action_id, block_id: asked.block_id });
      const element = Loading.safeParse(found?.element);
      if (found === undefined || !element.success) {
        throw new HttpError(404, `No select ${asked.action_id} there loads its options.`);
      }
      const { min_query_length } = element.data;
      if (asked.value.length < min_query_length) {
        throw new HttpError(400, `Slack asks the app from ${min_query_length} characters on.`);
      }
      const name = { block_id: found.block_id, action_id: asked.action_id, value: asked.value };
      const acknowledgement = await sendInteraction(
        slack,
        'options',
        suggestionPayload(slack, user, surface, name),
      );
      const { offered, options } = readSuggestions(acknowledgement);
      slack.chosen.rememberOptions(surfaceKey(surface), asked.action_id, options);
      const { status } = acknowledgement;
      slack.record.add({ kind: 'options-loaded', user: user.id, status, details: { ...name, ...offered } });
      return json({ ...shownAcknowledgement(acknowledgement), ...offered });
    },
  };
}
