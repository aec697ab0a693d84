import { addWeeks } from 'date-fns';
import type { Expected } from './checker.ts';
import type { Company } from './company.ts';

/** The Mondays on which the weeks of a run end: digests have gone out in every zone, the last of them New York's. */
const FIRST_WEEK_ENDS = new Date('2026-07-13T14:00:00Z');
const FIRST_WEEK = 28;

/** When week 1, 2, … of a run is over. */
export function lastInstant(week: number): Date {
  return addWeeks(FIRST_WEEK_ENDS, week - 1);
}

/** One check-in a member and period, one digest a supervisor and period; written down without the program's help. */
export function expectedOf({ members, supervisors }: Company, weeks: number): Expected {
  const periods = Array.from({ length: weeks }, (_, week) => `2026-W${FIRST_WEEK + week}`);
  return { members, periods, supervisors, digestPeriods: periods };
}
