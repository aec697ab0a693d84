/** After this many attempts a delivery that Slack keeps refusing for passing reasons has failed. */
export const LAST_ATTEMPT = 8;

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait after attempt number `attempts`: doubling from 5 s to 15 min, spread over half of it so that
 * many do not come back at once. `random` is in [0, 1).
 */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return full / 2 + (full / 2) * random;
}
