import type { EventEnvelope } from '../app/event-envelope.ts';
import type { Slack } from '../slack.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

/** Sends the app what `user` did, and answers how it took it. */
export async function sendEvent(
  slack: Slack,
  user: string,
  event: EventEnvelope,
): Promise<{ event_id: string } & ReturnType<typeof shownAcknowledgement>> {
  const acknowledgement = await slack.retries.send(slack, user, event);
  return { event_id: event.event_id, ...shownAcknowledgement(acknowledgement) };
}
