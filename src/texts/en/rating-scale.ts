import type { RatingScaleTexts } from '../zh-TW/rating-scale.ts';

export const ratingScale: RatingScaleTexts = {
  wording: {
    1: 'almost never',
    2: 'occasionally',
    3: 'about half the time',
    4: 'usually',
    5: 'consistently',
  },
  noOpportunity: 'no opportunity this period',
  noOpportunityShort: 'N/A',
};
