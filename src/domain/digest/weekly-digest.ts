import type { Period } from '../check-in/period.ts';
import type { Rating } from '../check-in/rating.ts';
import { type GapFigure, gapFigure } from './gap-figure.ts';

/** What was asked of a team in one period and what came back, as of a cut-off. Items are single indicators. */
export interface Participation {
  readonly period: Period;
  readonly membersAsked: number;
  readonly membersAnswered: number;
  /** Whoever skipped was not asked: they are in no other count. */
  readonly membersSkipped: number;
  readonly itemsAsked: number;
  /** Answered in any way and not taken back; *no opportunity* is an answer. */
  readonly itemsAnswered: number;
  /** Of those, answered after the period's last midnight. */
  readonly itemsLate: number;
}

/** A member's latest valid rating of an indicator. */
export interface Standing {
  readonly memberId: string;
  readonly standardCode: string;
  readonly indicatorCode: string;
  readonly rating: Rating;
}

/** One active indicator of one member of the team: what coverage is a share of. */
export interface TeamIndicator {
  readonly memberId: string;
  readonly standardCode: string;
  readonly taskCode: string;
  readonly indicatorCode: string;
}

export interface TaskSummary {
  readonly standardCode: string;
  readonly taskCode: string;
  /** Undefined while nobody has a score. */
  readonly figure: GapFigure | undefined;
  /** How many (member, indicator) pairs have a standing, of how many. */
  readonly covered: number;
  readonly pairs: number;
}

export interface IndicatorGap extends GapFigure {
  readonly standardCode: string;
  readonly indicatorCode: string;
}

/** A note or a piece of evidence that a member shared with the supervisor they had then. */
export interface SharedEntry {
  readonly name: string;
  readonly standardCode: string;
  readonly indicatorCode: string;
  readonly shared:
    | { readonly kind: 'note'; readonly text: string }
    | {
        /** A link, or a message in Slack by its link. */
        readonly kind: 'link' | 'message';
        readonly url: string;
        readonly title: string | undefined;
      };
}

/** What was shared since the digest before, up to the cut-off. */
export interface Shared {
  /** Newest first, at most `SHARED_SHOWN`. */
  readonly newest: readonly SharedEntry[];
  /** How many there are in all. */
  readonly total: number;
}

/** So much of what was shared is a digest's; the rest is counted. */
export const SHARED_SHOWN = 10;

export interface WeeklyDigest {
  readonly period: Period;
  readonly target: number;
  readonly teamSize: number;
  readonly participation: Participation;
  /** The four periods before, oldest first; one in which nobody was asked has `itemsAsked` 0. */
  readonly before: readonly Participation[];
  readonly tasks: readonly TaskSummary[];
  /** The indicators furthest below the target, largest gap first; only where the gap is positive. */
  readonly largestGaps: readonly IndicatorGap[];
  /** Display names of those who were asked and have not answered anything. */
  readonly notAnswered: readonly string[];
  /** Those who answered something and not everything, with their items. */
  readonly answeredInPart: readonly PartlyAnswered[];
  readonly shared: Shared;
}

export interface PartlyAnswered {
  readonly name: string;
  readonly answered: number;
  readonly asked: number;
}

const LARGEST_GAPS = 3;

/** Decides what is worth saying about a team's period. */
export function summariseWeek(facts: {
  readonly period: Period;
  readonly target: number;
  readonly teamSize: number;
  readonly participation: Participation;
  readonly before: readonly Participation[];
  readonly indicators: readonly TeamIndicator[];
  readonly standings: readonly Standing[];
  readonly notAnswered: readonly string[];
  readonly answeredInPart: readonly PartlyAnswered[];
  readonly shared: Shared;
}): WeeklyDigest {
  const { indicators, standings, target, ...rest } = facts;
  const standingOf = new Map(standings.map((standing) => [pairKey(standing), standing]));
  const tasks = [
    ...Map.groupBy(indicators, (pair) => `${pair.standardCode} ${pair.taskCode}`).values(),
  ].flatMap((pairs) => summariseTask(pairs, standingOf, target));
  const largestGaps = [
    ...Map.groupBy(indicators, (pair) => `${pair.standardCode} ${pair.indicatorCode}`).values(),
  ]
    .flatMap((pairs) => gapOfIndicator(pairs, standingOf, target))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || b.n - a.n)
    .slice(0, LARGEST_GAPS);
  return { ...rest, target, tasks, largestGaps };
}

/** Somebody was asked, and everything they were asked has an answer. */
export function isComplete({ participation }: WeeklyDigest): boolean {
  return participation.itemsAsked > 0 && participation.itemsAnswered === participation.itemsAsked;
}

/** Nobody answered anything in the period. */
export function isQuiet({ participation }: WeeklyDigest): boolean {
  return participation.itemsAnswered === 0;
}

function summariseTask(
  pairs: readonly TeamIndicator[],
  standingOf: ReadonlyMap<string, Standing>,
  target: number,
): TaskSummary[] {
  const [first] = pairs;
  if (first === undefined) return [];
  const held = pairs.flatMap((pair) => standingOf.get(pairKey(pair)) ?? []);
  return [
    {
      standardCode: first.standardCode,
      taskCode: first.taskCode,
      figure: gapFigure(held.map(ratingOf), target),
      covered: held.length,
      pairs: pairs.length,
    },
  ];
}

function gapOfIndicator(
  pairs: readonly TeamIndicator[],
  standingOf: ReadonlyMap<string, Standing>,
  target: number,
): IndicatorGap[] {
  const [first] = pairs;
  const figure = gapFigure(
    pairs.flatMap((pair) => standingOf.get(pairKey(pair)) ?? []).map(ratingOf),
    target,
  );
  if (first === undefined || figure === undefined) return [];
  return [{ standardCode: first.standardCode, indicatorCode: first.indicatorCode, ...figure }];
}

function ratingOf({ rating }: Standing): Rating {
  return rating;
}

function pairKey(pair: { memberId: string; standardCode: string; indicatorCode: string }): string {
  return `${pair.memberId} ${pair.standardCode} ${pair.indicatorCode}`;
}
