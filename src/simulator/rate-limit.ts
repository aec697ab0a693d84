/** Slack's tiers of Web API methods: https://docs.slack.dev/apis/web-api/rate-limits. */
export type Tier = 'tier-1' | 'tier-2' | 'tier-3' | 'tier-4' | 'message' | 'special';

/** Calls in any minute, per method and workspace. For `special` no figure is published. */
const CALLS_A_MINUTE: Record<Exclude<Tier, 'message'>, number> = {
  'tier-1': 1,
  'tier-2': 20,
  'tier-3': 50,
  'tier-4': 100,
  special: 600,
};

const MINUTE_MS = 60_000;
/** "Generally 1 per second per channel": https://docs.slack.dev/apis/web-api/rate-limits. */
const CHANNEL_MS = 1_000;

export interface RateLimits {
  /** Messages in a workspace. Slack publishes "several hundred"; 300 unless told, and a tenth of it at once. */
  readonly postsPerMinute?: number;
  /** All rates so many times faster, so that a test takes less time; 1 unless told. */
  readonly scale?: number;
}

export interface RateLimiter {
  /** Seconds to wait before trying again, or `undefined` when the call may go ahead (it is then counted). */
  retryAfter(call: { method: string; tier: Tier; channel?: string | undefined }): number | undefined;
}

/**
 * Counts calls in machine time: in a sliding minute per method, and for messages one a second in each channel and a
 * bucket that fills steadily for the workspace.
 */
export function createRateLimiter(
  machineMs: () => number,
  { postsPerMinute = 300, scale = 1 }: RateLimits = {},
): RateLimiter {
  const calls = new Map<string, number[]>();
  let postsWholeAt = Number.NEGATIVE_INFINITY;

  const recent = (bucket: string, windowMs: number) => {
    const kept = (calls.get(bucket) ?? []).filter((at) => machineMs() - at < windowMs);
    if (kept.length === 0) calls.delete(bucket);
    return kept;
  };
  /** Milliseconds until the bucket takes another. */
  const waitFor = (bucket: string, allowed: number, windowMs: number) => {
    const kept = recent(bucket, windowMs);
    const oldest = kept[kept.length - allowed];
    return oldest === undefined ? 0 : oldest + windowMs - machineMs();
  };
  const count = (bucket: string, windowMs: number) => {
    calls.set(bucket, [...recent(bucket, windowMs), machineMs()]);
  };

  const postMs = MINUTE_MS / postsPerMinute / scale;
  const burstMs = MINUTE_MS / 10 / scale;
  const takeMessage = (bucket: string) => {
    const wait = Math.max(
      waitFor(bucket, 1, CHANNEL_MS / scale),
      postsWholeAt - machineMs() - burstMs + postMs,
    );
    if (wait > 0) return wait;
    count(bucket, CHANNEL_MS / scale);
    postsWholeAt = Math.max(postsWholeAt, machineMs()) + postMs;
    return 0;
  };
  const takeCall = (bucket: string, allowed: number) => {
    const wait = waitFor(bucket, allowed, MINUTE_MS / scale);
    if (wait <= 0) count(bucket, MINUTE_MS / scale);
    return wait;
  };

  return {
    retryAfter: ({ method, tier, channel }) => {
      const wait =
        tier === 'message' ? takeMessage(`${method} ${channel}`) : takeCall(method, CALLS_A_MINUTE[tier]);
      return wait > 0 ? Math.max(1, Math.ceil(wait / 1_000)) : undefined;
    },
  };
}
