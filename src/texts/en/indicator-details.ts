import type { IndicatorDetailsTexts } from '../zh-TW/indicator-details.ts';

export const indicatorDetails: IndicatorDetailsTexts = {
  title: 'About this indicator',
  why: 'Why you are asked now',
  neverAsked: 'You have never been asked about it.',
  inFocus: 'It is in your focus.',
  sameTask:
    'It belongs to the same task as another one of this check-in; together they are quicker to answer.',
  itsTurn: 'It is its turn.',
  notAskedFor: (weeks) => `Not asked for ${weeks === 1 ? '1 week' : `${weeks} weeks`}.`,
  askedInVain: (weeks) =>
    `It was asked ${weeks === 1 ? '1 week' : `${weeks} weeks`} ago in a check-in without answers, so it comes again.`,
  readings: 'Your latest answers',
  noReadings: 'You have not answered it yet.',
  yourNote: 'Your note',
  noNote: 'There is no note here yet.',
  yourEvidence: 'Your evidence',
  noEvidence: 'There is no evidence yet.',
  sharedMark: 'shared with your supervisor',
  onlyMeMark: 'only you see it',
  notInstalled: 'This standard is not installed at the moment, so its text cannot be shown.',
};
