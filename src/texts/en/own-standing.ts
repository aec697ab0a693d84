import type { OwnStandingTexts } from '../zh-TW/own-standing.ts';
import { scoresOf } from './counted.ts';

const some = (shown: number, total: number): string =>
  total > shown ? ` (the first ${shown} of ${total})` : '';

export const ownStanding: OwnStandingTexts = {
  title: 'My standing',
  coverage: (covered, indicators, weeks) =>
    `${covered} of ${indicators} indicators have a rating of yours from the last ${weeks} weeks.`,
  strengths: (target, shown, total) => `At or above the target of ${target}${some(shown, total)}`,
  gaps: (target, shown, total) => `Room to grow towards the target of ${target}${some(shown, total)}`,
  strength: (median, n) => `middle score ${median} (${scoresOf(n)})`,
  gap: (median, gap, n) => `middle score ${median}, gap ${gap} (${scoresOf(n)})`,
  noScores: 'There are no scores yet, so no strengths or gaps to show. Your first check-in changes that.',
  open: (answered, items, until) =>
    `Your check-in is waiting: ${answered} of ${items} answered, open until ${until}.`,
  noNext: 'No check-in is in sight. You can change your rest days or your leave on my Home tab.',
  notAcknowledged:
    'Before your next check-in, please read the notice about your data and confirm it. If you do not have it yet, I send it when you type',
  reading: (target, weeks) =>
    `Your latest self-rating of each indicator within ${weeks} weeks (1–5). The middle score is the one in the middle when they stand in order. Gap = target ${target} − middle score. Capability levels are not scores and are not part of this.`,
  more: 'Your ratings over time, notes and settings are on my Home tab.',
};
