import type { ScorePoint } from '../../domain/check-in/rating.ts';

const wording: Record<ScorePoint, string> = {
  1: '幾乎沒有',
  2: '偶爾',
  3: '約半數',
  4: '經常',
  5: '一貫如此',
};

export const ratingScale = {
  wording,
  noOpportunity: '本期無機會',
  noOpportunityShort: '無機會',
};

export type RatingScaleTexts = typeof ratingScale;
