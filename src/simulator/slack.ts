import type { ActivityLog } from './activity-log.ts';
import type { ConnectedApps } from './app/connected-apps.ts';
import type { EventRetries } from './app/event-retries.ts';
import type { Faults } from './faults/faults.ts';
import type { SimulatorOptions } from './options.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { SlackRecord } from './record.ts';
import type { Store } from './state/store.ts';
import type { Triggers } from './triggers.ts';
import type { Chosen } from './views/chosen.ts';
import type { Modals } from './views/modals.ts';
import type { Visibility } from './visibility.ts';

/** What every route of the simulated Slack works with. */
export interface Slack {
  readonly options: SimulatorOptions;
  readonly store: Store;
  readonly activity: ActivityLog;
  readonly rates: RateLimiter | undefined;
  readonly faults: Faults;
  readonly record: SlackRecord;
  readonly triggers: Triggers;
  readonly visibility: Visibility;
  readonly modals: Modals;
  readonly chosen: Chosen;
  readonly retries: EventRetries;
  /** The processes of the app. */
  readonly apps: ConnectedApps;
  /** A fresh random id of 12 characters, for response URLs, triggers and events. */
  readonly newId: () => string;
  /** The company is being prepared: what there is now is not all of it. */
  preparing: boolean;
  /** `http://127.0.0.1:<port>`, known once it listens. */
  url: string;
}
