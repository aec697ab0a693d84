import type { CheckIn } from '../domain/check-in/check-in.ts';
import { type Rating, rating } from '../domain/check-in/rating.ts';
import { chance } from './chance.ts';

/** One answer of a colleague, and when it comes. */
export interface ColleagueAnswer {
  readonly position: number;
  readonly at: Date;
  readonly answer: Rating;
}

const HOUR_MS = 3_600_000;
const BETWEEN_ITEMS_MS = 9_000;

/**
 * How a colleague answers a check-in that was sent at `sentAt`, in order; empty when they do not. Always the same for
 * the same person, period and indicators.
 */
export function colleagueAnswers(
  slackUserId: string,
  { period, items }: Pick<CheckIn, 'period' | 'items'>,
  sentAt: Date,
): ColleagueAnswer[] {
  const drawn = (what: string) => chance(`${slackUserId} ${period} ${what}`);
  // One check-in in ten goes unanswered, a few are answered after their period.
  const mood = drawn('mood');
  if (mood < 0.1) return [];
  const delayHours = mood < 0.16 ? 4.6 * 24 + drawn('late') * 20 : 0.1 + drawn('delay') * 30;
  return items
    .filter(({ position }) => drawn(`skip ${position}`) >= 0.06)
    .map(({ position, indicatorCode }) => ({
      position,
      at: new Date(sentAt.getTime() + delayHours * HOUR_MS + position * BETWEEN_ITEMS_MS),
      answer: plausibleAnswer(slackUserId, indicatorCode, drawn(`answer ${position}`)),
    }));
}

/** Everybody has strengths, every indicator its difficulty; now and then there was no opportunity. */
function plausibleAnswer(who: string, indicatorCode: string, mood: number): Rating {
  if (mood < 0.08) return 'no-opportunity';
  const skill = chance(`skill ${who}`) * 1.6 - chance(`difficulty ${indicatorCode}`) * 2.2;
  return rating.parse(Math.min(5, Math.max(1, Math.round(4.1 + skill + (mood - 0.5) * 1.4))));
}
