import type { ActivityLog } from './activity-log.ts';
import type { AppTarget } from './app/send-to-app.ts';
import type { SimulatorOptions } from './options.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { Store } from './state/store.ts';

/** What every route of the simulated Slack works with. */
export interface Slack {
  readonly options: SimulatorOptions;
  readonly store: Store;
  readonly activity: ActivityLog;
  readonly rates: RateLimiter | undefined;
  /** A fresh random id of 12 characters, for response URLs, triggers and events. */
  readonly newId: () => string;
  /** `http://127.0.0.1:<port>`, known once it listens. */
  url: string;
  /** The connected app, if any. */
  app: AppTarget | undefined;
}
