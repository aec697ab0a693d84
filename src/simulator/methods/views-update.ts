import { z } from 'zod';
import type { Slack } from '../slack.ts';
import { renewView } from '../views/make-view.ts';
import type { Modal } from '../views/modals.ts';
import { newlyShownView } from '../views/shown-view.ts';
import { refuseTakenExternalId } from '../views/taken-external-id.ts';
import { parseView } from '../views/view-definition.ts';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z
  .looseObject({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: z.unknown(),
  })
  .refine(({ view_id, external_id }) => view_id || external_id, 'missing required field: view_id');

/**
 * https://docs.slack.dev/reference/methods/views.update: an open modal, named by one of its ids. A `hash` of an
 * older version is refused, so that what came meanwhile is not drawn over.
 */
export const viewsUpdate: MethodHandler = (given, slack) => {
  const asked = parseArguments(Arguments, given);
  const definition = parseView(slack, asked.view, 'modal');
  const modal = findOpen(slack, asked);
  if (modal === undefined) throw new SlackApiError('not_found');
  if (asked.hash && asked.hash !== modal.view.hash) throw new SlackApiError('hash_conflict');
  refuseTakenExternalId(slack, definition.external_id, modal.view.id);
  const view = renewView(slack, modal.view, definition);
  slack.modals.update(view);
  return { view: newlyShownView(view) };
};

function findOpen(
  { modals }: Slack,
  asked: { view_id?: string | undefined; external_id?: string | undefined },
): Modal | undefined {
  if (!asked.view_id) return modals.withExternalId(asked.external_id ?? '');
  return modals.isOpen(asked.view_id) ? modals.lastSeen(asked.view_id) : undefined;
}
