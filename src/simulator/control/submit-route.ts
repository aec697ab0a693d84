import { z } from 'zod';
import { sendInteraction } from '../app/send-interaction.ts';
import { submissionPayload } from '../app/view-payload.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { answerSubmission } from '../views/answer-submission.ts';
import { clientOf } from '../views/client-of.ts';
import type { Modal } from '../views/modals.ts';
import { refuseUnfitInput } from '../views/refuse-unfit-input.ts';
import { submittedView } from '../views/shown-view.ts';
import { TypedValues, typeInto } from '../views/typed-values.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

const Body = z.strictObject({
  user: z.string(),
  values: TypedValues.default({}),
  view_id: z.string().optional(),
  unchecked: z.boolean().default(false),
});

/**
 * `POST /_control/submit`: the person fills in and submits the modal they see, or, as a hostile or second client
 * may, another one. What Slack's client would not send is 400, unless the client is `unchecked`.
 */
export function submitRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/submit',
    handle: async (request) => {
      const { user: id, values, view_id, unchecked } = parseJsonBody(Body, request.body);
      const user = requireUser(slack, id);
      const { view } = requireModal(slack, user.id, view_id);
      typeInto(slack, user.id, view, values, unchecked);
      if (!unchecked) refuseUnfitInput(slack, user.id, view);
      const submitted = submittedView(slack, user.id, view, unchecked);
      const client = clientOf(slack, view.id, { user: user.id, client: undefined });
      const payload = submissionPayload(slack, user, submitted, client.client);
      const submission = { client, viewId: view.id, stack: slack.modals.stackOf(client) };
      const acknowledgement = await sendInteraction(slack, 'submission', payload);
      const answer = answerSubmission(slack, submission, acknowledgement);
      slack.record.add({
        kind: 'submitted',
        user: user.id,
        status: acknowledgement.status,
        details: {
          view_id: view.id,
          callback_id: view.callback_id,
          private_metadata: view.private_metadata,
          values: submitted.state.values,
          ...answer,
        },
      });
      return json({ ...shownAcknowledgement(acknowledgement), ...answer });
    },
  };
}

function requireModal(slack: Slack, user: string, viewId: string | undefined): Modal {
  const modal =
    viewId === undefined
      ? slack.modals.seenBy({ user, client: undefined }).at(-1)
      : slack.modals.lastSeen(viewId);
  if (modal !== undefined) return modal;
  throw new HttpError(
    404,
    viewId === undefined ? 'This person has no modal open.' : `There is no view ${viewId}.`,
  );
}
