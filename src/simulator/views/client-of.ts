import type { Slack } from '../slack.ts';
import type { Client } from './modals.ts';

/**
 * On which client something happens that a person does in a view: where that modal is, also when a script does it. A
 * Home tab is on all clients, and nobody acts on that of another: there it is the client that was told.
 */
export function clientOf(slack: Slack, viewId: string, { user, client }: Client): Client {
  const modal = slack.modals.lastSeen(viewId);
  return { user, client: modal?.user === user ? modal.client : client };
}
