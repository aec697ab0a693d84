import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { SlackLogger } from '../slack-logger.ts';

/** How the bot reaches Slack, or the local one. */
export interface SlackAccess {
  readonly token: string;
  /** Another address than slack.com: the simulator, a proxy. */
  readonly apiUrl: string | undefined;
  /** A call takes at most this long; after it the outcome is unknown. */
  readonly callMs: number;
}

/**
 * Options for every client: no retries of its own and no waiting out of a 429, because a retried network error
 * can post twice and a 429 would hold up every channel. Whoever sends in bulk paces and retries by itself.
 */
export function clientOptions(
  { apiUrl, callMs }: Pick<SlackAccess, 'apiUrl' | 'callMs'>,
  logger: SlackLogger,
): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: callMs,
    // A response_url is called without the client, and waits for ever otherwise.
    fetch: (input, init) => fetch(input, { signal: AbortSignal.timeout(callMs), ...init }),
    logger,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

export function createWebClient(access: SlackAccess, logger: SlackLogger): WebClient {
  return new WebClient(access.token, clientOptions(access, logger));
}
