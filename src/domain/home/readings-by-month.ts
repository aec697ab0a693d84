import { localDay } from '../check-in/local-time.ts';
import { median } from '../digest/median.ts';
import type { Reading } from './reading.ts';

/** What a member answered in one month on their own wall. */
export interface MonthOfReadings {
  /** `2026-11` */
  readonly month: string;
  /** How many scores; *no opportunity* is not one. */
  readonly scores: number;
  /** Undefined where there was no score. */
  readonly median: number | undefined;
  readonly noOpportunity: number;
}

/** As many months as fit a glance. */
const MONTHS = 12;

/** The latest months in which anything was answered, oldest first. */
export function readingsByMonth(readings: readonly Reading[], timeZone: string): MonthOfReadings[] {
  const byMonth = Map.groupBy(readings, ({ answeredAt }) => localDay(answeredAt, timeZone).slice(0, 7));
  return [...byMonth]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(-MONTHS)
    .map(([month, inMonth]) => {
      const scores = inMonth.flatMap(({ rating }) => (rating === 'no-opportunity' ? [] : [rating]));
      return {
        month,
        scores: scores.length,
        median: median(scores),
        noOpportunity: inMonth.length - scores.length,
      };
    });
}
