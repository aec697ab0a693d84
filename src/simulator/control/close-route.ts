import { z } from 'zod';
import { sendInteraction } from '../app/send-interaction.ts';
import type { Acknowledgement } from '../app/send-to-app.ts';
import { closingPayload } from '../app/view-payload.ts';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import { shownView } from '../views/shown-view.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

const Body = z.strictObject({
  user: z.string(),
  clear: z.boolean().default(false),
  client: z.string().optional(),
});

/**
 * `POST /_control/close`: the person closes the modal they see, or with `clear` all that lie below it too. The app
 * hears of each that has `notify_on_close`, the topmost first. That a cleared stack tells of every view in it is an
 * assumption: Slack documents one.
 *
 * @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
 */
export function closeRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/close',
    handle: async (request) => {
      const { user: id, clear, client } = parseJsonBody(Body, request.body);
      const user = requireUser(slack, id);
      const stack = slack.modals.seenBy({ user: user.id, client });
      const top = stack.at(-1);
      if (top === undefined) throw new HttpError(404, 'This person has no modal open.');
      const isCleared = clear || top.view.clear_on_close;
      const closed = (isCleared ? stack.toReversed() : [top]).map(({ view }) => view);
      for (const view of closed) slack.modals.close(view.id);
      const taken: Acknowledgement[] = [];
      for (const view of closed.filter(({ notify_on_close }) => notify_on_close)) {
        const payload = closingPayload(slack, user, shownView(slack, user.id, view), isCleared);
        const acknowledgement = await sendInteraction(slack, 'closing', payload);
        const { status } = acknowledgement;
        slack.record.add({ kind: 'closed', user: user.id, status, details: { view_id: view.id, isCleared } });
        taken.push(acknowledgement);
      }
      return json(shownAcknowledgement(taken[0] ?? { acknowledged_ms: 0, status: 0, body: '' }));
    },
  };
}
