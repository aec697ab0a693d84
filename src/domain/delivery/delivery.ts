/**
 * A delivery is one message the bot owes somebody. Its row is the truth; a job only wakes the sender.
 *
 *     queued ──claim──▶ sending ──accepted──▶ sent
 *       ▲                 │ │ └──outcome unknown──▶ uncertain ──found in the history──▶ sent
 *       │                 │ │                           │
 *       ├──not accepted───┘ └──refused for good──▶ failed
 *       └──────────────absent after the settling time───┘
 *
 *     queued | sending ──nothing to say any more──▶ cancelled
 *
 * Who moves what: the transaction of the cause creates `queued`; the sender moves `queued` and what it holds in
 * `sending`; the tick moves a dead sender's `sending` to `uncertain`; the reconciler, or a tap on the message,
 * moves `uncertain`. `sent`, `failed` and `cancelled` are final.
 */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** From which states a delivery may move to each state. */
export const MOVES: Record<DeliveryState, readonly DeliveryState[]> = {
  queued: ['sending', 'uncertain'],
  sending: ['queued'],
  sent: ['sending', 'uncertain'],
  uncertain: ['sending'],
  failed: ['sending', 'uncertain'],
  cancelled: ['queued', 'sending'],
};

export const DELIVERY_KINDS = ['check-in', 'weekly-digest'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** A delivery as the sender holds it. */
export interface Delivery {
  readonly workspaceId: string;
  readonly deliveryId: string;
  readonly kind: DeliveryKind;
  /** The check-in or digest that the message shows. */
  readonly subjectId: string;
  /** Slack user id. */
  readonly recipient: string;
  /** How often it has been claimed, this time included. */
  readonly attempts: number;
}
