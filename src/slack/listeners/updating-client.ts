import type { ChatUpdateArguments } from '@slack/web-api';

/** The one call of Slack's client that changes a message. */
export interface UpdatingClient {
  readonly chat: { update(message: ChatUpdateArguments): Promise<unknown> };
}
