import { SCORE_POINTS } from '../../../../../src/domain/check-in/rating.ts';

/** Every answer that there is. */
export const RATINGS = [...SCORE_POINTS, 'no-opportunity'] as const;
