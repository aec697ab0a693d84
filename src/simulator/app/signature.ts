import { createHmac } from 'node:crypto';

/**
 * The headers by which the app knows that a request is Slack's: HMAC-SHA256 of `v0:<timestamp>:<body>`.
 * `timestamp` is in seconds of machine time, because the app compares it with the machine's clock.
 *
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signatureHeaders(
  signingSecret: string,
  timestamp: number,
  body: string,
): { 'x-slack-request-timestamp': string; 'x-slack-signature': string } {
  const hash = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${hash}` };
}
