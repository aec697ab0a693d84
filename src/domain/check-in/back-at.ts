import { isAway } from './absence.ts';
import { addDays, instantOn } from './calendar-day.ts';
import { localDay } from './local-time.ts';
import { catchUpWindow, type Timetable } from './sending-windows.ts';

/** Beyond the longest leave, and the holidays after it. */
const DAYS_AHEAD = 3 * 366;

/**
 * When somebody who is away at `now` is back: the first working hour of their first working day after it. Undefined:
 * they are not away. Whoever works on no day that can be foreseen is back when the absence is over.
 */
export function backAt(timetable: Timetable, now: Date): Date | undefined {
  const { absences, timeZone } = timetable;
  const today = localDay(now, timeZone);
  if (!isAway(today, absences)) return undefined;
  let firstDay = addDays(today, 1);
  while (isAway(firstDay, absences)) firstDay = addDays(firstDay, 1);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const window = catchUpWindow(addDays(firstDay, ahead), timetable);
    if (window !== undefined) return window.from;
  }
  return instantOn(firstDay, '00:00', timeZone);
}
