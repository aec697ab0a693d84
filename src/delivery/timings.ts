/**
 * How long things may take while a message is sent, in milliseconds of the machine's time. They hang together: a
 * claim must outlive whatever its holder may still be doing, or another process would take the outcome for unknown
 * while it is being decided:
 *
 *     longestWait + span of a batch (twice that at half the pace) + call < lease
 * A second call, without a newer block, follows a first that was refused at once.
 */
export interface DeliveryTimings {
  /** A claim that is older belongs to a dead sender. */
  readonly leaseMs: number;
  /** A call to Slack takes at most this long; after it the outcome is unknown. */
  readonly callMs: number;
  /** Longer waits than this put a delivery back instead of holding its claim. */
  readonly longestWaitMs: number;
  /** A batch is small enough for its posts to be this far apart, first to last. */
  readonly batchSpanMs: number;
  /** After this long a workspace makes room for others that wait for the same worker. */
  readonly turnMs: number;
  /**
   * How long after a request left with an unknown outcome the DM's history is believed. Slack documents nothing
   * about how soon a message is visible; two minutes is our assumption.
   */
  readonly settlingMs: number;
  /** What Slack did not accept is tried again after this long, doubling up to the longest. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /**
   * How far this machine's clock and Slack's may be apart: a DM's history is read from so long before the request
   * left. An hour is generous, and costs little where a person gets a few messages a week.
   */
  readonly clockMarginMs: number;
  /** When the process stops, what is in flight has this long to end; then its outcome is unknown. */
  readonly stopGraceMs: number;
}

export const DELIVERY_TIMINGS: DeliveryTimings = {
  leaseMs: 20_000,
  callMs: 10_000,
  longestWaitMs: 3_000,
  batchSpanMs: 2_000,
  turnMs: 3_000,
  settlingMs: 120_000,
  firstRetryMs: 5_000,
  longestRetryMs: 15 * 60_000,
  clockMarginMs: 3_600_000,
  stopGraceMs: 8_000,
};
