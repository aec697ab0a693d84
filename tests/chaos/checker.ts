import { z } from 'zod';
import { checkDeliveries } from './check-deliveries.ts';
import { checkForms } from './check-forms.ts';
import { checkLimits } from './check-limits.ts';
import { checkRatings } from './check-ratings.ts';
import type { DatabaseFacts } from './database-facts.ts';
import type { RecordedEntry } from './slack-control.ts';

/** What should have happened, known before the run began. */
export interface Expected {
  /** Everybody who is due a check-in in each of these periods. */
  readonly members: readonly string[];
  readonly periods: readonly string[];
  /** Everybody who is due a digest about each of these periods. */
  readonly supervisors: readonly string[];
  readonly digestPeriods: readonly string[];
}

export interface Evidence {
  readonly expected: Expected;
  readonly record: readonly RecordedEntry[];
  readonly database: DatabaseFacts;
}

/** Each list is empty after a run in which every promise was kept; an entry says what was found where. */
export interface Verdict {
  readonly delivered: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly ratingsConfirmed: number;
  readonly ratingsLost: readonly string[];
  /** Messages that end as another picture than the saved answers. */
  readonly stalePictures: readonly string[];
  readonly limitsExceeded: readonly string[];
  /** Deliveries that ended as anything but sent: in a run everything that is due is of use, but for reminders. */
  readonly unfinished: readonly string[];
  readonly faults: number;
}

const REMINDER = 'check-in-reminder';

/** There is nothing to remind of any more. */
function isOfNoUse(state: string, reason: string | null): boolean {
  return state === 'cancelled' && ['answered', 'skipped', 'closed', 'newer-reminder'].includes(reason ?? '');
}

const fault = z.looseObject({ kind: z.literal('fault'), first: z.boolean().default(true) });

/**
 * Compares what people saw and did with what the database holds. It knows the program's words, and none of its code.
 */
export function check(evidence: Evidence): Verdict {
  const { ratingsConfirmed, ratingsLost, stalePictures } = checkRatings(evidence);
  const forms = checkForms(evidence);
  return {
    ...checkDeliveries(evidence),
    ratingsConfirmed: ratingsConfirmed + forms.confirmed,
    ratingsLost: [...ratingsLost, ...forms.lost],
    stalePictures,
    ...checkLimits(evidence.record),
    unfinished: evidence.database.deliveries
      .filter(
        ({ kind, state, reason }) => state !== 'sent' && !(kind === REMINDER && isOfNoUse(state, reason)),
      )
      .map(({ delivery_id, kind, state, reason }) => `${kind} ${delivery_id}: ${state}, ${reason}`),
    faults: evidence.record.filter((entry) => fault.safeParse(entry).data?.first === true).length,
  };
}
