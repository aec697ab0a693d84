import type { DeliveryTimings } from './timings.ts';

/**
 * After this many attempts a delivery that Slack keeps refusing for passing reasons has failed: more than a day at
 * the longest wait. What is of no use any more by then was cancelled before.
 */
export const LAST_ATTEMPT = 150;

/**
 * How long to wait after attempt number `attempts`: doubling from the first wait to the longest, spread over half of
 * it so that many do not come back at once. `random` is in [0, 1).
 */
export function backoffMs(
  attempts: number,
  random: number,
  { firstRetryMs, longestRetryMs }: Pick<DeliveryTimings, 'firstRetryMs' | 'longestRetryMs'>,
): number {
  const full = Math.min(longestRetryMs, firstRetryMs * 2 ** (attempts - 1));
  return full / 2 + (full / 2) * random;
}
