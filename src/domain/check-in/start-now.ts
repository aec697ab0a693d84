import { type CheckIn, stageOfAnswers } from './check-in.ts';
import type { Period } from './period.ts';

/** What stands in the way of a check-in that a member wants at once. */
export type StartObstacle =
  | { readonly outcome: 'not-started' | 'no-standard' | 'not-acknowledged' | 'closed-for-this-period' }
  | { readonly outcome: 'open' | 'answered' | 'skipped'; readonly checkInId: string };

/** What decides whether a member can have this period's check-in at once. */
export interface StartFacts {
  readonly hasStarted: boolean;
  readonly hasStandard: boolean;
  /** The notice about their data was read, in the version of now. */
  readonly hasAcknowledged: boolean;
  readonly period: Period;
  /** Those of this period, and earlier ones that still take answers. */
  readonly checkIns: readonly CheckIn[];
  /** Periods for which it is noted that none is held. */
  readonly notHeld: readonly Period[];
}

/**
 * Why a member cannot have this period's check-in now; undefined: they can. One that still waits for answers comes
 * first, whatever period it is of: two at once would carry the same indicators. So does one that was skipped and can be
 * taken up again, but not one that is answered whole, whoever looks at it again. The notice is asked for before a new
 * one only.
 */
export function obstacleToStart(facts: StartFacts, now: Date): StartObstacle | undefined {
  if (!facts.hasStarted) return { outcome: 'not-started' };
  if (!facts.hasStandard) return { outcome: 'no-standard' };
  for (const outcome of ['open', 'skipped'] as const) {
    const waiting = facts.checkIns.find((checkIn) => stageOfAnswers(checkIn, now) === outcome);
    if (waiting !== undefined) return { outcome, checkInId: waiting.checkInId };
  }
  if (!facts.hasAcknowledged) return { outcome: 'not-acknowledged' };
  const own = facts.checkIns.find(({ period }) => period === facts.period);
  if (own !== undefined && stageOfAnswers(own, now) === 'answered') {
    return { outcome: 'answered', checkInId: own.checkInId };
  }
  return isSettled(facts) ? { outcome: 'closed-for-this-period' } : undefined;
}

/** Whether this period's check-in is there, or will not come. */
export function isSettled({
  period,
  checkIns,
  notHeld,
}: Pick<StartFacts, 'period' | 'notHeld'> & {
  readonly checkIns: readonly Pick<CheckIn, 'period'>[];
}): boolean {
  return checkIns.some((checkIn) => checkIn.period === period) || notHeld.includes(period);
}
