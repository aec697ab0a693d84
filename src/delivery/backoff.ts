import type { DeliveryTimings } from './timings.ts';

/** After how many attempts a delivery has failed for good, by what stands in its way. */
export const LAST_ATTEMPT = {
  /** Slack or the network is away: more than a day at the longest wait. What is of no use by then was cancelled. */
  outage: 150,
  /** Slack answers, each time, with an error that nobody has classified: half an hour. */
  refusal: 8,
  /** Nobody can look whether it arrived: each attempt may be one more copy in somebody's DM. */
  unseen: 3,
} as const;

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
