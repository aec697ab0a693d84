import { z } from 'zod';
import { HttpError } from '../http/http-error.ts';
import { parseJsonBody } from '../http/read-body.ts';
import { json, type Route } from '../http/route.ts';
import { shownUser } from '../methods/shown-user.ts';
import type { Slack } from '../slack.ts';
import { Person } from '../state/person.ts';
import { findUser, requireUser } from '../users.ts';
import { sendEvent } from './send-event.ts';

const Changes = z.strictObject({ ...Person.omit({ id: true }).partial().shape, user: z.string() });

/** `POST /_control/user`: something about a person changes. https://docs.slack.dev/reference/events/user_change */
export function userRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/user',
    handle: async ({ body }) => {
      const { user: id, ...changes } = parseJsonBody(Changes, body);
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const person = Person.parse({ ...requireUser(slack, id), ...Object.fromEntries(given) });
      slack.store.record({ kind: 'user-changed', user: person });
      return json(await sendPerson(slack, 'user_change', person));
    },
  };
}

/** `POST /_control/join`: somebody new. https://docs.slack.dev/reference/events/team_join */
export function joinRoute(slack: Slack): Route {
  return {
    method: 'POST',
    path: '/_control/join',
    handle: async ({ body }) => {
      const person = parseJsonBody(Person, body);
      if (findUser(slack, person.id) !== undefined || person.id === slack.options.bot.userId) {
        throw new HttpError(400, `Somebody here already has the id ${person.id}.`);
      }
      slack.store.record({ kind: 'user-joined', user: person });
      return json(await sendPerson(slack, 'team_join', person));
    },
  };
}

function sendPerson(slack: Slack, type: 'user_change' | 'team_join', person: Person) {
  const now = slack.options.now();
  const seconds = Math.floor(now.getTime() / 1_000);
  const event = { type, user: { ...shownUser(slack, person, true), updated: seconds }, cache_ts: seconds };
  return sendEvent(slack, { user: person.id, ts: slack.store.nextTs(now), subscription: type, event });
}
