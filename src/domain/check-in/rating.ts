import { z } from 'zod';

/** The five worded points of the consistency scale. A score is a person's; it is never a level. */
export const scorePoint = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type ScorePoint = z.infer<typeof scorePoint>;

export const SCORE_POINTS: readonly ScorePoint[] = [1, 2, 3, 4, 5];

/** One answer on one indicator: a score, or *no opportunity*, which is not a low score. */
export const rating = z.union([scorePoint, z.literal('no-opportunity')]);
export type Rating = z.infer<typeof rating>;
