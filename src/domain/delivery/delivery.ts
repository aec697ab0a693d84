import type { Locale } from '../people/locale.ts';

/**
 * A delivery is one message the bot owes somebody. Its row is the truth; a job only wakes the sender.
 *
 *     queued ──claim──▶ sending ──accepted──▶ sent
 *       ▲                 │ │ └──outcome unknown──▶ uncertain ──found in the history──▶ sent
 *       │                 │ │                           │
 *       ├──not accepted───┘ └──refused for good──▶ failed
 *       └──────────────absent after the settling time───┘
 *
 *     sending ──the recipient is away, or it is late and they do not work now──▶ queued, until they are back
 *     queued | sending ──nothing to say any more──▶ cancelled
 *     queued | sending | uncertain ──tapped──▶ sent
 *
 * | who                              | moves                                                                     |
 * | -------------------------------- | ------------------------------------------------------------------------- |
 * | the transaction of the cause     | creates `queued`; a notice after the last that is sent, `cancelled`       |
 * | the sender that holds the claim  | `queued` → `sending` → `sent`, `queued`, `uncertain`, `failed`, `cancelled` |
 * | any sender, once a lease is over | a dead sender's `sending` → `uncertain`                                   |
 * | a late holder of the last claim  | `uncertain` → `sent`, `queued`, `failed`                                  |
 * | the reconciler                   | `uncertain` → `sent`, `queued`, `failed`                                  |
 * | a tap on the message             | `queued`, `sending`, `uncertain` → `sent`: it is there, somebody sees it  |
 * | the leaving of a member          | `queued` → `cancelled`, all of theirs                                     |
 * | a newer reminder                 | `queued` → `cancelled`, an older reminder of the same check-in            |
 *
 * Every claim has a number that is never used again, and a move out of `sending` or `uncertain` names the claim it ends:
 * whoever comes late, after others went on, changes nothing. While nobody has claimed it anew, a late holder's word
 * counts: it knows what Slack answered.
 *
 * What is over stays over, but for what never left: see `REVIVED_FROM`.
 */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** From which states whoever sends, settles or taps a delivery may move it to each state. */
export const MOVES: Record<DeliveryState, readonly DeliveryState[]> = {
  queued: ['sending', 'uncertain'],
  sending: ['queued'],
  sent: ['queued', 'sending', 'uncertain'],
  uncertain: ['sending'],
  failed: ['sending', 'uncertain'],
  cancelled: ['queued', 'sending'],
};

/**
 * From which states a delivery that was not sent is queued again, in the transaction of what has changed: an open
 * check-in whose member is `back`, or of which something is assigned again; the open check-in, or the notice that is in
 * its way, on the member's `wish`. It stays the one delivery of its cause, and none of these is where a message may have
 * left.
 */
export const REVIVED_FROM = {
  back: ['cancelled'],
  wish: ['queued', 'cancelled', 'failed'],
} as const satisfies Record<string, readonly DeliveryState[]>;

export const DELIVERY_KINDS = [
  'check-in',
  'check-in-reminder',
  'weekly-digest',
  'delivery-trouble',
  'notice',
  'newcomer',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** What comes by the schedule: held up by an outage, it is caught up in working hours. */
export const SCHEDULED_KINDS = [
  'check-in',
  'check-in-reminder',
  'weekly-digest',
  'notice',
] as const satisfies readonly DeliveryKind[];

/** Why a delivery that was owed has nothing to say any more. */
export type NothingToSay =
  | 'answered'
  | 'skipped'
  | 'closed'
  | 'stale'
  | 'recipient-left'
  | 'acknowledged'
  | 'known-by-now'
  | 'gone';

/** A delivery as the sender holds it. */
export interface Delivery {
  readonly workspaceId: string;
  readonly deliveryId: string;
  readonly kind: DeliveryKind;
  /** The check-in, digest, trouble or, for a notice, member that the message is about; of a newcomer, itself. */
  readonly subjectId: string;
  /** Slack user id. */
  readonly recipient: string;
  readonly memberId: string;
  /** Their leave or a blackout window is about now, and they have not asked for this message themselves. */
  readonly mayBeAway: boolean;
  /** It comes by the schedule, they have not asked for it themselves, and it is not on time any more. */
  readonly isLate: boolean;
  readonly locale: Locale;
  /** How often Slack was tried, this time included. */
  readonly attempts: number;
  /** The number of this claim. */
  readonly claim: number;
}
