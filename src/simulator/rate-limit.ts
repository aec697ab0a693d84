/** Slack's tiers of Web API methods: https://docs.slack.dev/apis/web-api/rate-limits. */
export type Tier = 'tier-1' | 'tier-2' | 'tier-3' | 'tier-4' | 'message' | 'special';

/** Calls per method and workspace. Messages: one a second in each channel. For `special` no figure is published. */
const ALLOWED: Record<Tier, { readonly calls: number; readonly windowMs: number }> = {
  'tier-1': { calls: 1, windowMs: 60_000 },
  'tier-2': { calls: 20, windowMs: 60_000 },
  'tier-3': { calls: 50, windowMs: 60_000 },
  'tier-4': { calls: 100, windowMs: 60_000 },
  message: { calls: 1, windowMs: 1_000 },
  special: { calls: 600, windowMs: 60_000 },
};

export interface RateLimiter {
  /** Seconds to wait before trying again, or `undefined` when the call may go ahead (it is then counted). */
  retryAfter(bucket: string, tier: Tier): number | undefined;
}

/** Counts in a sliding window per bucket: a method, or for messages a method and its channel. */
export function createRateLimiter(machineMs: () => number): RateLimiter {
  const calls = new Map<string, number[]>();
  return {
    retryAfter(bucket, tier) {
      const now = machineMs();
      const { calls: allowed, windowMs } = ALLOWED[tier];
      const recent = (calls.get(bucket) ?? []).filter((at) => now - at < windowMs);
      calls.set(bucket, recent);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= allowed) {
        return Math.max(1, Math.ceil((oldest + windowMs - now) / 1_000));
      }
      recent.push(now);
      return undefined;
    },
  };
}
