import { z } from 'zod';
import { makeView } from '../views/make-view.ts';
import { newlyShownView } from '../views/shown-view.ts';
import { refuseTakenExternalId } from '../views/taken-external-id.ts';
import { parseView } from '../views/view-definition.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';

const Arguments = z.looseObject({ trigger_id: z.string(), view: z.unknown() });

/**
 * https://docs.slack.dev/reference/methods/views.open: a trigger is good once, for three seconds, and opens the view on
 * the client that it came from.
 */
export const viewsOpen: MethodHandler = (given, slack) => {
  const asked = parseArguments(Arguments, given);
  const definition = parseView(slack, asked.view, 'modal');
  refuseTakenExternalId(slack, definition.external_id);
  const client = slack.triggers.clientOf(asked.trigger_id);
  const user = slack.triggers.exchange(asked.trigger_id);
  const view = makeView(slack, definition);
  slack.modals.open({ user, client }, view);
  return { view: newlyShownView(view) };
};
