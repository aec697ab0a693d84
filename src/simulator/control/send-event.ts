import { type EventEnvelope, eventEnvelope } from '../app/event-envelope.ts';
import type { Slack } from '../slack.ts';
import { shownAcknowledgement } from './shown-acknowledgement.ts';

/** Something that `user` did, at `ts`. */
interface Happened {
  readonly user: string;
  readonly ts: string;
  /** What an app subscribes to in order to hear of it: its type, for messages with the kind of conversation. */
  readonly subscription: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Tells the app, if it has subscribed to this, and answers how it took it. */
export async function sendEvent(
  slack: Slack,
  { user, ts, subscription, event }: Happened,
): Promise<{ event_id?: string } & ReturnType<typeof shownAcknowledgement>> {
  if (slack.options.events?.includes(subscription) === false) return NOT_SENT;
  const envelope: EventEnvelope = eventEnvelope(slack, event, ts);
  const acknowledgement = await slack.retries.send(slack, user, envelope);
  return { event_id: envelope.event_id, ...shownAcknowledgement(acknowledgement) };
}

/** How the app took what it never heard of. */
export const NOT_SENT = { acknowledged_ms: 0, status: 0 } as const;
