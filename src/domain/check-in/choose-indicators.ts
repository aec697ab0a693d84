import { createHash } from 'node:crypto';

/** An indicator's key: the standard with its version, and the code inside it. */
export interface IndicatorKey {
  readonly standardCode: string;
  readonly indicatorCode: string;
}

/**
 * Why an indicator was chosen: it was never asked, it is in focus, it was asked longest ago, or it is of the same
 * task as one that had to be asked.
 */
export const CHOICE_REASONS = ['never-asked', 'focus', 'longest-ago', 'same-task'] as const;

/** Why an indicator was chosen, and when it was asked before. */
export interface Choice {
  readonly because: (typeof CHOICE_REASONS)[number];
  readonly lastAskedAt: Date | undefined;
}

/** What the choice needs to know of one active indicator. */
export interface Candidate extends IndicatorKey {
  readonly taskCode: string;
  /**
   * When it was last in a check-in in which the member answered anything; undefined: never. Any number that
   * grows from check-in to check-in will do.
   */
  readonly lastAsked: number | undefined;
}

/**
 * Chooses the indicators of a member's next check-in, at most `count`, in the order in which they are shown.
 *
 * Coverage promise: with N candidates, any ⌈N/count⌉ consecutive check-ins in which the member answered
 * anything ask every one of them. It holds because those asked longest ago always come first, whatever decides
 * among equals: of the N − 1 others, each can come before a waiting indicator only once. So the rest is free to
 * be a preference: equals are taken task by task, in an order of tasks that is the member's own, which keeps a
 * check-in on few subjects and gives colleagues different ones.
 */
export function chooseIndicators(
  candidates: readonly Candidate[],
  count: number,
  memberId: string,
): IndicatorKey[] {
  const ranked = candidates.map((candidate, index) => ({
    candidate,
    index,
    asked: candidate.lastAsked ?? Number.NEGATIVE_INFINITY,
    taskRank: rank(memberId, `${candidate.standardCode} ${candidate.taskCode}`),
  }));
  ranked.sort((a, b) => compare(a.asked, b.asked) || compare(a.taskRank, b.taskRank) || a.index - b.index);
  return ranked
    .slice(0, count)
    .sort((a, b) => compare(a.taskRank, b.taskRank) || a.index - b.index)
    .map(({ candidate: { standardCode, indicatorCode } }) => ({ standardCode, indicatorCode }));
}

/** Stable and different for every member: the same member has the same order of tasks in every process. */
function rank(memberId: string, task: string): string {
  return createHash('sha256').update(`${memberId} ${task}`).digest('hex');
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
