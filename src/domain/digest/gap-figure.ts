import type { Rating } from '../check-in/rating.ts';
import { median } from './median.ts';

/** The median of some standings and how far it is from the target; n counts scores, never *no opportunity*. */
export interface GapFigure {
  readonly median: number;
  /** target − median; positive means room to grow. */
  readonly gap: number;
  readonly n: number;
}

/** Undefined while there is no score among the ratings. */
export function gapFigure(ratings: readonly Rating[], target: number): GapFigure | undefined {
  const scores = ratings.filter((rating) => rating !== 'no-opportunity');
  const middle = median(scores);
  return middle === undefined ? undefined : { median: middle, gap: target - middle, n: scores.length };
}
