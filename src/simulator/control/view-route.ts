import { HttpError } from '../http/http-error.ts';
import { json, type Route } from '../http/route.ts';
import type { Slack } from '../slack.ts';
import { requireUser } from '../users.ts';
import type { Modal } from '../views/modals.ts';
import { shownView } from '../views/shown-view.ts';

/**
 * `GET /_control/view?user=`: the person's Home tab and open modals, as payloads would carry them; with `client` the
 * modals that this one of their pages shows.
 */
export function viewRoute(slack: Slack): Route {
  return {
    method: 'GET',
    path: '/_control/view',
    handle: ({ query }) => {
      const id = query.get('user');
      if (id === null) throw new HttpError(400, 'Say whose views: ?user=U….');
      const user = requireUser(slack, id);
      const client = query.get('client') ?? undefined;
      const modals =
        client === undefined ? slack.modals.allOf(user.id) : slack.modals.seenBy({ user: user.id, client });
      const home = slack.store.home(user.id);
      return json({
        home: home === undefined ? null : shownView(slack, user.id, home),
        modals: modals.map((modal) => shownModal(slack, modal)),
      });
    },
  };
}

function shownModal(slack: Slack, { user, view, errors }: Modal): Record<string, unknown> {
  return { ...shownView(slack, user, view), ...(errors === undefined ? {} : { errors }) };
}
