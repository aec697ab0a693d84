import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';
import { type EventEnvelope, eventEnvelope } from './event-envelope.ts';

/** https://docs.slack.dev/reference/events/message.im */
export function messageEvent(slack: Slack, channel: string, message: StoredMessage): EventEnvelope {
  const event = {
    type: 'message',
    client_msg_id: slack.newId(),
    user: message.user,
    team: slack.options.team.id,
    channel,
    channel_type: 'im',
    text: message.text,
    ts: message.ts,
  };
  return eventEnvelope(slack, event, message.ts);
}
