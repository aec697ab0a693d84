import { isAway } from './absence.ts';
import { addDays, instantOn } from './calendar-day.ts';
import { localDay } from './local-time.ts';
import { catchUpWindow, type Timetable } from './sending-windows.ts';

/** Beyond the longest leave, and the holidays after it. */
const DAYS_AHEAD = 3 * 366;

/**
 * When somebody is back to whom a message cannot come at `now`: in their next working hours. One that is on time waits
 * for whoever is away; a late one for whoever does not work at this hour, as everything that is caught up. Undefined:
 * it can come. Whoever works on no day that can be foreseen is back when the absence is over.
 */
export function backAt(
  timetable: Timetable,
  now: Date,
  { isLate }: { readonly isLate: boolean },
): Date | undefined {
  const { absences, timeZone } = timetable;
  const today = localDay(now, timeZone);
  let firstDay = today;
  while (isAway(firstDay, absences)) firstDay = addDays(firstDay, 1);
  if (firstDay === today && !isLate) return undefined;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const window = catchUpWindow(addDays(firstDay, ahead), timetable);
    if (window !== undefined && now < window.until) return now < window.from ? window.from : undefined;
  }
  return firstDay === today ? undefined : instantOn(firstDay, '00:00', timeZone);
}
