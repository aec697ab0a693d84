import type { BotConfig } from './config.ts';
import { DELIVERY_TIMINGS, type DeliveryTimings } from './delivery/timings.ts';
import type { BoltSettings } from './slack/bolt.ts';
import { DRAWING_TIMINGS, type DrawingTimings } from './usecases/draw-check-in.ts';

/** What one bot in one workspace needs; the real one and the demo's differ only in this. */
export interface AppSettings {
  readonly slack: BoltSettings;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly isDemo: boolean;
  readonly contact: string | undefined;
  /** Business time. */
  readonly now: () => Date;
  /** `every-minute` by the job engine, or `by-hand` by whoever moves the demo's clock. */
  readonly ticking: 'every-minute' | 'by-hand';
  readonly paces: CallPaces;
  readonly timings: DeliveryTimings;
  readonly drawing: DrawingTimings;
  /** How long the program says that it is not ready before it stops to listen, for a balancer to notice. */
  readonly drainMs: number;
}

/** How fast calls of one kind may go in a workspace; see `PaceSettings`. */
export interface CallPace {
  readonly perMinute: number;
  readonly burst: number;
  readonly channelIntervalMs: number;
  readonly recoveryMs: number;
}

export interface CallPaces {
  /** `chat.postMessage` of what nobody waits for. */
  readonly posts: CallPace;
  /** `chat.update` */
  readonly updates: CallPace;
  /** `views.publish` */
  readonly publishes: CallPace;
  /** `conversations.history` */
  readonly histories: CallPace;
}

/** After a "too many" it goes gently for a minute. */
const RECOVERY_MS = 60_000;

/** Slack's tier 3 is 50 a minute; this leaves room: https://docs.slack.dev/apis/web-api/rate-limits. */
const TIER_3: CallPace = { perMinute: 40, burst: 10, channelIntervalMs: 0, recoveryMs: RECOVERY_MS };

/** Slack's tier 4 is 100 a minute; this leaves room. */
const TIER_4: CallPace = { perMinute: 80, burst: 20, channelIntervalMs: 0, recoveryMs: RECOVERY_MS };

/** Slack allows one a second in a DM; a little more, because the network may bring two closer together. */
const CHANNEL_INTERVAL_MS = 1_100;
const BURST = 5;

/** The paces that keep to Slack's limits, at so many messages a minute. */
export function callPaces(postsPerMinute: number): CallPaces {
  return {
    posts: {
      perMinute: postsPerMinute,
      burst: BURST,
      channelIntervalMs: CHANNEL_INTERVAL_MS,
      recoveryMs: RECOVERY_MS,
    },
    updates: TIER_3,
    publishes: TIER_4,
    histories: TIER_3,
  };
}

/** The settings of the bot in a real workspace. */
export function botSettings(config: BotConfig): AppSettings {
  const { slack, port, folder, databaseUrl, contact, postsPerMinute, settlingMs, drainMs } = config;
  return {
    slack: { ...slack, port, host: undefined, callMs: DELIVERY_TIMINGS.callMs },
    folder,
    databaseUrl,
    contact,
    isDemo: false,
    now: () => new Date(),
    ticking: 'every-minute',
    paces: callPaces(postsPerMinute),
    timings: { ...DELIVERY_TIMINGS, settlingMs },
    drawing: DRAWING_TIMINGS,
    drainMs,
  };
}
