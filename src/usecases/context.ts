import type { StandardLibrary } from '../domain/standard/standard-library.ts';
import type { Log } from '../log.ts';
import type { Database, Queryable } from '../storage/database.ts';
import type { Calendars } from './calendars.ts';
import type { DrawingTimings } from './draw-check-in.ts';

/** What every use case works with; built once, in app.ts. */
export interface Context {
  readonly database: Database;
  readonly library: StandardLibrary;
  /** Which days are public holidays where. */
  readonly calendars: Calendars;
  /** The version of the time zone database that this process computes with, `2026a`. */
  readonly zoneRules: string;
  /** Business time. The demo moves it; leases, retries and signatures follow the machine instead. */
  readonly now: () => Date;
  /** Real time: leases, retries, the right to draw. */
  readonly machineNow: () => Date;
  readonly drawing: DrawingTimings;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly log: Log;
  /** Wakes the sender for these workspaces when the transaction commits, and not if it does not. */
  readonly wakeSender: (tx: Queryable, workspaceIds: readonly string[]) => Promise<void>;
}
