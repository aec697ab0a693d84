import type { Slack } from '../slack.ts';

/** Makes a URL through which the app may answer one interaction: 5 uses within 30 minutes. */
export function createResponseUrl(slack: Slack, channel: string, user: string, messageTs?: string): string {
  const id = slack.newId() + slack.newId();
  slack.store.record({
    kind: 'response-url',
    responseUrl: {
      id,
      channel,
      user,
      created_at: slack.options.now().toISOString(),
      ...(messageTs === undefined ? {} : { message_ts: messageTs }),
    },
  });
  return `${slack.url}/response/${id}`;
}
