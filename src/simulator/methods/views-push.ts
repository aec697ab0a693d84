import { z } from 'zod';
import { pushView } from '../views/push-view.ts';
import { newlyShownView } from '../views/shown-view.ts';
import { parseView } from '../views/view-definition.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';

const Arguments = z.looseObject({ trigger_id: z.string(), view: z.unknown() });

/** https://docs.slack.dev/reference/methods/views.push: onto what the person has open, three views at most. */
export const viewsPush: MethodHandler = (given, slack) => {
  const asked = parseArguments(Arguments, given);
  const definition = parseView(slack, asked.view, 'modal');
  const client = slack.triggers.clientOf(asked.trigger_id);
  const user = slack.triggers.exchange(asked.trigger_id);
  return { view: newlyShownView(pushView(slack, { user, client }, definition)) };
};
