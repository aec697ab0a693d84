import type { Slack } from '../slack.ts';

/** As payloads name a channel. */
export function channelName(_slack: Slack, _channel: string): string {
  return 'directmessage';
}
