/**
 * The median of some scores: with an even number the mean of the two in the middle, as in R's type 7 and
 * PostgreSQL's `percentile_cont`. Undefined for none: an absent value is not zero.
 */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
