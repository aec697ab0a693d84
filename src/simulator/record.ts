import type { Entry } from './state/entry.ts';
import type { StoredView } from './state/view.ts';

/** What a person did, and what the app made of it. */
export interface InteractionRecord {
  readonly kind: 'tapped' | 'commanded' | 'event' | 'submitted' | 'closed' | 'shortcut' | 'options-loaded';
  readonly user: string;
  /** The HTTP status of the app's acknowledgement; 0 when none came in time. */
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A person typed a command that the app has not registered; it heard nothing. */
export interface NotACommandRecord {
  readonly kind: 'not-a-command';
  readonly user: string;
  readonly command: string;
}

/** A call that was refused: the app's mistake, or the rates. */
export interface RefusalRecord {
  readonly kind: 'refused';
  readonly method: string;
  readonly error: string;
  readonly retry_after?: number;
  readonly asked?: AskedRecord;
}

/** What a call that was not done was about. */
export interface AskedRecord {
  readonly channel?: string;
  readonly has_metadata: boolean;
}

export interface FaultRecord {
  readonly kind: 'fault';
  readonly method: string;
  readonly fault: string;
  /** Of a `429`: whether it is the first, or one that came while the app was to wait. */
  readonly first?: boolean;
  readonly asked?: AskedRecord;
}

/** What became of a person's modals. */
export type ViewRecord =
  | {
      readonly kind: 'view-opened' | 'view-pushed' | 'view-updated';
      readonly user: string;
      readonly view: StoredView;
    }
  | { readonly kind: 'view-closed'; readonly user: string; readonly view_id: string }
  | {
      readonly kind: 'view-errors';
      readonly user: string;
      readonly view_id: string;
      readonly errors: Readonly<Record<string, string>>;
    };

type Happening = Entry | ViewRecord | InteractionRecord | NotACommandRecord | RefusalRecord | FaultRecord;

export type Recorded = Happening & {
  readonly number: number;
  /** Business time, ISO 8601. */
  readonly at: string;
  /** Machine time, epoch milliseconds. */
  readonly machine_ms: number;
};

/**
 * Everything that was accepted, refused and done, in order and for good: nothing the app can call changes or
 * shortens it. Whoever checks the app afterwards reads this.
 */
export interface SlackRecord {
  add(happening: Happening): void;
  /** Those that came after `number`, at most `limit`. */
  after(number: number, limit: number): readonly Recorded[];
}

export function createRecord(now: () => Date, machineMs: () => number): SlackRecord {
  const recorded: Recorded[] = [];
  return {
    add: (happening) => {
      recorded.push({
        number: recorded.length + 1,
        at: now().toISOString(),
        machine_ms: machineMs(),
        ...happening,
      });
    },
    after: (number, limit) => recorded.slice(number, number + limit),
  };
}
