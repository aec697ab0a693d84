import type { Choice, IndicatorKey } from './choose-indicators.ts';
import type { Period } from './period.ts';
import type { Rating, ScorePoint } from './rating.ts';
import type { Visibility } from './visibility.ts';

export interface CheckInItem extends IndicatorKey {
  readonly position: number;
  /** The current answer; undefined when there is none or it was taken back. */
  readonly answer: Rating | undefined;
  readonly chosen: Choice;
  /** The member's latest score when the check-in was made; undefined: none. */
  readonly previous: { readonly score: ScorePoint; readonly at: Date } | undefined;
  /** Its standard is not the member's any more: it takes no more answers. */
  readonly closed: boolean;
  /** What the member wrote beside the answer. */
  readonly note: { readonly text: string; readonly visibility: Visibility } | undefined;
  /** How many pieces of evidence the member kept for the indicator while the check-in was open. */
  readonly evidence: number;
}

/** One prompt to one member for one period, with its current answers. */
export interface CheckIn {
  readonly workspaceId: string;
  readonly checkInId: string;
  readonly memberId: string;
  readonly period: Period;
  readonly periodEndsAt: Date;
  readonly closesAt: Date;
  /** Grows with every change; of two states of a check-in the one with the higher version is the newer. */
  readonly version: number;
  readonly items: readonly CheckInItem[];
  /** The member asked to see all the answers again after having given them. */
  readonly reopened: boolean;
  /** When the member said that they skip this one; undefined: they did not. */
  readonly skippedAt: Date | undefined;
  /** The next private reminder that is to come; undefined: none. */
  readonly remindAt: Date | undefined;
  /** The member asked for that one. */
  readonly remindAsked: boolean;
}

/**
 * `open` asks, `answered` thanks, `skipped` leaves the member alone, `closed` takes no more answers. What is answered
 * whole is not skipped, whatever came first.
 */
export type CheckInStage = 'open' | 'answered' | 'skipped' | 'closed';

export function stageOf(checkIn: CheckIn, now: Date): CheckInStage {
  if (now >= checkIn.closesAt || countedItems(checkIn).length === 0) return 'closed';
  if (isComplete(checkIn)) return checkIn.reopened ? 'open' : 'answered';
  return checkIn.skippedAt === undefined ? 'open' : 'skipped';
}

/** The stage that its answers are in, whether or not the member looks at them again. */
export function stageOfAnswers(checkIn: CheckIn, now: Date): CheckInStage {
  return stageOf({ ...checkIn, reopened: false }, now);
}

/** The items that count: those that can be answered or were; an item that closed before it was answered is neither. */
export function countedItems({ items }: CheckIn): CheckInItem[] {
  return items.filter(({ closed, answer }) => !closed || answer !== undefined);
}

export function isComplete(checkIn: CheckIn): boolean {
  return countedItems(checkIn).every(({ answer }) => answer !== undefined);
}

/** It was skipped after its period: the digest of that period may have gone out before. */
export function isSkippedLate({ skippedAt, periodEndsAt }: CheckIn): boolean {
  return skippedAt !== undefined && skippedAt >= periodEndsAt;
}

export function answeredCount(checkIn: CheckIn): number {
  return countedItems(checkIn).filter(({ answer }) => answer !== undefined).length;
}
