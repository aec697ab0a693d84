/**
 * The `ts` of the next message: `<epoch seconds>.<6 digits>`, later than `previous` even when the clock stands
 * still or was set back. A `ts` identifies a message within its conversation.
 *
 * @see https://docs.slack.dev/messaging/retrieving-messages#individual_messages
 */
export function nextTimestamp(now: Date, previous: string | undefined): string {
  const after = previous === undefined ? 0 : microsecondsOf(previous) + 1;
  const microseconds = Math.max(now.getTime() * 1_000, after);
  const seconds = Math.floor(microseconds / 1_000_000);
  return `${seconds}.${String(microseconds % 1_000_000).padStart(6, '0')}`;
}

/** Compares two timestamps as `Array.sort` wants it. They compare as numbers, not as text. */
export function compareTimestamps(one: string, other: string): number {
  return microsecondsOf(one) - microsecondsOf(other);
}

/** Takes `1405894322`, `1405894322.5` and `1405894322.002768`, as the arguments of `conversations.history` do. */
function microsecondsOf(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
