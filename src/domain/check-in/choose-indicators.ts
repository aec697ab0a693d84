import { createHash } from 'node:crypto';
import { type Ranked, soundChoice, withDeadlines } from './coverage-deadlines.ts';
import { fewestTasks } from './fewest-tasks.ts';

/** An indicator's key: the standard with its version, and the code inside it. */
export interface IndicatorKey {
  readonly standardCode: string;
  readonly indicatorCode: string;
}

/**
 * Why an indicator was chosen: it was never asked, it is in focus, of its task it has waited longest, or it comes
 * along with one of its task that has waited longer.
 */
export const CHOICE_REASONS = ['never-asked', 'focus', 'longest-ago', 'same-task'] as const;

/** Why an indicator was chosen, and when it was asked before. */
export interface Choice {
  readonly because: (typeof CHOICE_REASONS)[number];
  readonly lastAskedAt: Date | undefined;
}

export interface ChosenIndicator extends IndicatorKey {
  readonly chosen: Choice;
}

/** What the choice needs to know of one active indicator. */
export interface Candidate extends IndicatorKey {
  readonly taskCode: string;
  /** When it was last in a check-in in which the member answered anything; undefined: never. */
  readonly lastAskedAt: Date | undefined;
  /** The check-ins with an answer since then, or since the indicator became the member's. */
  readonly waited: number;
  /** Since when the member wants to be asked about it twice as often; undefined: they do not. */
  readonly focusSince: Date | undefined;
}

/** So many indicators can be in focus with `count` in a check-in: fewer than half of its places. */
export function focusLimit(count: number): number {
  return Math.ceil(count / 2) - 1;
}

/**
 * Chooses the indicators of a member's next check-in, at most `count`, in the order in which they are shown.
 *
 * Coverage promise: with N candidates, F of them in focus (2F < count), any ⌈(N + F)/count⌉ consecutive check-ins in
 * which the member answered anything ask every one of them. Each has a deadline by which that holds, and a choice is
 * sound when what it leaves out can still keep all deadlines (`coverage-deadlines.ts`); then the next check-in has a
 * sound choice too, and so on for ever. Within that, focus comes first where it has waited for half a round or is new,
 * and then as few tasks as possible, of indicators that were not asked within half a round.
 */
export function chooseIndicators(
  candidates: readonly Candidate[],
  count: number,
  memberId: string,
): ChosenIndicator[] {
  const focus = new Set(
    longestWaiting(candidates.filter(({ focusSince }) => focusSince !== undefined)).slice(
      0,
      focusLimit(count),
    ),
  );
  const round = Math.ceil((candidates.length + focus.size) / count);
  /** Never asked, or asked half a round ago. */
  const isRested = ({ lastAskedAt, waited }: Candidate) =>
    lastAskedAt === undefined || waited + 1 >= Math.ceil(round / 2);
  const size = Math.min(count, candidates.length);
  const placed = inOwnOrder(candidates, memberId);
  const ranked = withDeadlines(longestWaiting(placed), round, count).map(named);
  const isSound = soundChoice(ranked, count);

  const focused: Named[] = [];
  for (const each of ranked) {
    const { original } = each.candidate;
    if (!focus.has(original) || !(isRested(original) || isNewInFocus(original))) continue;
    if (isSound([...focused, each], size - focused.length - 1)) focused.push(each);
  }
  const rested = ranked.filter(({ candidate }) => isRested(candidate.original));
  const chosen =
    fewestTasks(rested, focused, size, (some) => isSound(some, 0)) ?? oldestFirst(ranked, focused, size);
  return chosen
    .sort((one, other) => one.candidate.place - other.candidate.place)
    .map((each) => ({
      standardCode: each.candidate.original.standardCode,
      indicatorCode: each.candidate.original.indicatorCode,
      chosen: {
        because: reasonOf(each, chosen, focused),
        lastAskedAt: each.candidate.original.lastAskedAt,
      },
    }));
}

/** A candidate, and its place in the member's own order. */
interface Placed {
  readonly original: Candidate;
  readonly waited: number;
  readonly task: string;
  readonly place: number;
}

type Named = Ranked<Placed> & { readonly task: string };

function named(ranked: Ranked<Placed>): Named {
  return { ...ranked, task: ranked.candidate.task };
}

/** Task by task, in an order of tasks that is the member's own: colleagues are not all asked the same. */
function inOwnOrder(candidates: readonly Candidate[], memberId: string): Placed[] {
  const hashOf = (task: string) => createHash('sha256').update(`${memberId} ${task}`).digest('hex');
  const byTask = Map.groupBy(candidates, ({ standardCode, taskCode }) => `${standardCode} ${taskCode}`);
  return [...byTask]
    .map(([task, ofTask]) => ({ task, ofTask, order: hashOf(task) }))
    .sort((one, other) => compare(one.order, other.order))
    .flatMap(({ task, ofTask }) => ofTask.map((original) => ({ original, waited: original.waited, task })))
    .map((each, place) => ({ ...each, place }));
}

/** Sorting is stable: equals stay in the order in which they come. */
function longestWaiting<T extends { readonly waited: number }>(candidates: readonly T[]): T[] {
  return [...candidates].sort((one, other) => other.waited - one.waited);
}

/** Where no few tasks are sound: those that have waited longest always are. */
function oldestFirst(ranked: readonly Named[], focused: readonly Named[], size: number): Named[] {
  return [...focused, ...ranked.filter((each) => !focused.includes(each)).slice(0, size - focused.length)];
}

function reasonOf(each: Named, chosen: readonly Named[], focused: readonly Named[]): Choice['because'] {
  if (each.candidate.original.lastAskedAt === undefined) return 'never-asked';
  if (focused.includes(each)) return 'focus';
  const waitsLonger = chosen.some(
    ({ task, candidate: { original, waited } }) =>
      task === each.task && original.lastAskedAt !== undefined && waited > each.candidate.waited,
  );
  return waitsLonger ? 'same-task' : 'longest-ago';
}

/** The member has set it since it was asked last: they do not wait for half a round to see it. */
function isNewInFocus({ lastAskedAt, focusSince }: Candidate): boolean {
  return lastAskedAt !== undefined && focusSince !== undefined && lastAskedAt < focusSince;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
