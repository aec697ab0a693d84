import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { SlackLogger } from '../slack-logger.ts';

/** How the bot reaches Slack, or the local one. */
export interface SlackAccess {
  readonly token: string;
  /** Another address than slack.com: the simulator, a proxy. */
  readonly apiUrl: string | undefined;
}

/** A call takes at most this long; after it the outcome is unknown. */
const CALL_TIMEOUT_MS = 10_000;

/**
 * Options for every client: no retries of its own and no waiting out of a 429, because a retried network error
 * can post twice and a 429 would hold up every channel. Whoever sends in bulk paces and retries by itself.
 */
export function clientOptions(
  { apiUrl }: Pick<SlackAccess, 'apiUrl'>,
  logger: SlackLogger,
): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}

export function createWebClient(access: SlackAccess, logger: SlackLogger): WebClient {
  return new WebClient(access.token, clientOptions(access, logger));
}
