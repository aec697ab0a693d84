import { scopePrefix } from '../channels.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';

const CHANNEL_TYPES = { im: 'im', channels: 'channel', groups: 'group' } as const;

/** https://docs.slack.dev/reference/events/message, with the kind of channel it was said in. */
export function messageEvent(slack: Slack, channel: string, message: StoredMessage): Record<string, unknown> {
  return {
    type: 'message',
    client_msg_id: slack.newId(),
    user: message.user,
    team: slack.options.team.id,
    channel,
    channel_type: CHANNEL_TYPES[scopePrefix(slack, channel)],
    text: message.text,
    ts: message.ts,
  };
}
