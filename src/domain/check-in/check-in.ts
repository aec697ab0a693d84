import type { IndicatorKey } from './choose-indicators.ts';
import type { Period } from './period.ts';
import type { Rating } from './rating.ts';

export interface CheckInItem extends IndicatorKey {
  readonly position: number;
  /** The current answer; undefined when there is none or it was taken back. */
  readonly answer: Rating | undefined;
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
}

/** `open` asks, `answered` thanks, `closed` takes no more answers. */
export type CheckInStage = 'open' | 'answered' | 'closed';

export function stageOf(checkIn: CheckIn, now: Date): CheckInStage {
  if (now >= checkIn.closesAt) return 'closed';
  const complete = checkIn.items.every(({ answer }) => answer !== undefined);
  return complete && !checkIn.reopened ? 'answered' : 'open';
}

export function answeredCount(checkIn: CheckIn): number {
  return checkIn.items.filter(({ answer }) => answer !== undefined).length;
}
