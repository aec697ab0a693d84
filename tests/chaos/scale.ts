import type { CallPaces } from '../../src/app-settings.ts';
import { callPaces } from '../../src/app-settings.ts';
import type { DeliveryTimings } from '../../src/delivery/timings.ts';
import type { RateLimits } from '../../src/simulator/rate-limit.ts';
import type { DrawingTimings } from '../../src/usecases/draw-check-in.ts';

/**
 * A run lasts minutes, not weeks: Slack's rates and the app's paces are so many times faster, and the app's times
 * shorter, all in the proportions they have in production.
 */
export const SCALE = 4;

/** Slow enough that a week's messages are under way while processes die. */
const POSTS_PER_MINUTE = 60;

export const RATE_LIMITS: RateLimits = { postsPerMinute: POSTS_PER_MINUTE, scale: SCALE };

const scaled = (pace: CallPaces[keyof CallPaces]) => ({
  ...pace,
  perMinute: pace.perMinute * SCALE,
  channelIntervalMs: pace.channelIntervalMs / SCALE,
  recoveryMs: pace.recoveryMs / SCALE,
});

const { posts, updates, publishes, histories } = callPaces(POSTS_PER_MINUTE);

export const PACES: CallPaces = {
  posts: scaled(posts),
  updates: scaled(updates),
  publishes: scaled(publishes),
  histories: scaled(histories),
};

/** The lag of a history stays below the settling time: that is the assumption that reconciling stands on. */
export const HISTORY_LAG_MS = 1_500;

export const TIMINGS: DeliveryTimings = {
  leaseMs: 3_000,
  callMs: 1_000,
  longestWaitMs: 500,
  batchSpanMs: 400,
  turnMs: 1_000,
  settlingMs: 2_000,
  firstRetryMs: 250,
  longestRetryMs: 2_000,
  // The Slack of this test goes by business time.
  clockMarginMs: Number.POSITIVE_INFINITY,
  stopGraceMs: 1_500,
};

export const DRAWING: DrawingTimings = { aloneMs: 3_000, doubtMs: 2_000 };
