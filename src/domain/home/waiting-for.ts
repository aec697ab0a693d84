import { instantOn } from '../check-in/calendar-day.ts';
import type { CheckIn } from '../check-in/check-in.ts';
import { addPeriods, dayOfPeriod } from '../check-in/period.ts';
import type { Home } from './home.ts';

/**
 * The check-in for which the next one waits: at the weekday and time that its member has set, that one is open still.
 * Undefined: the next one comes when they have set it.
 */
export function waitingFor(home: Home): CheckIn | undefined {
  if (home.kind !== 'member' || home.own === undefined) return undefined;
  const { checkIn: current } = home.own;
  const before =
    current.kind === 'open' ? current.checkIn : current.kind === 'next' ? current.answered : undefined;
  if (before === undefined) return undefined;
  const { weekday, time } = home.settings.checkIn;
  const wished = instantOn(dayOfPeriod(addPeriods(before.period, 1), weekday), time, home.timeZone);
  return wished < before.closesAt ? before : undefined;
}
