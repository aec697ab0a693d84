import { max } from 'date-fns';
import type { CheckIn } from './check-in.ts';
import { nextWakeAt, wakeAt } from './check-in-times.ts';
import { comingCheckInAt } from './plan-check-in.ts';
import type { Timetable } from './sending-windows.ts';
import { isSettled, type StartFacts } from './start-now.ts';

/** What decides when somebody's next check-in comes that they do not ask for. */
export interface NextFacts extends Pick<StartFacts, 'period' | 'notHeld'> {
  /** When the tick looks after them next; undefined: it is not to yet. */
  readonly wakesAt: Date | undefined;
  /** Those of this period, and earlier ones that still take answers. */
  readonly checkIns: readonly Pick<CheckIn, 'period' | 'closesAt'>[];
}

/**
 * When the next check-in comes by itself: this period's, or the one after it where this period's is settled, and not
 * before the last one closes. Undefined: none in sight.
 */
export function nextByItself(facts: NextFacts, timetable: Timetable, now: Date): Date | undefined {
  const { period, wakesAt = nextWakeAt(timetable, now) } = facts;
  const afterThis = nextWakeAt(timetable, max([now, wakeAt(period, timetable)]));
  const from = isSettled(facts) ? max([wakesAt, afterThis]) : wakesAt;
  return comingCheckInAt(timetable, from, now, openUntil(facts, now));
}

/** When the last check-in closes; undefined where that is over. */
function openUntil({ checkIns }: NextFacts, now: Date): Date | undefined {
  const last = checkIns.toSorted((one, other) => (one.period < other.period ? -1 : 1)).at(-1);
  return last !== undefined && last.closesAt > now ? last.closesAt : undefined;
}
