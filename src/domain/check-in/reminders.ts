import { addDays, type Day, instantOn } from './calendar-day.ts';
import { instantAt, localDay, localTime } from './local-time.ts';
import { catchUpWindow, isWorkday, ON_TIME_MS, type Timetable } from './sending-windows.ts';

/** When a member can ask to be reminded. */
export const REMIND_WHEN = ['in-an-hour', 'this-afternoon', 'tomorrow-morning'] as const;
export type RemindWhen = (typeof REMIND_WHEN)[number];

const HOUR_MS = 3_600_000;
const AFTERNOON = '14:00';
const MORNING = '09:00';

/** The instant that a choice means, on the wall in `timeZone`. Tomorrow is tomorrow, whoever works then: they asked. */
export function remindTime(when: RemindWhen, now: Date, timeZone: string): Date {
  const today = localDay(now, timeZone);
  switch (when) {
    case 'in-an-hour':
      return new Date(now.getTime() + HOUR_MS);
    case 'this-afternoon':
      return instantOn(today, AFTERNOON, timeZone);
    case 'tomorrow-morning':
      return instantOn(addDays(today, 1), MORNING, timeZone);
  }
}

/**
 * When a reminder comes unasked after `after`: at the schedule's time of day on the member's next working day;
 * undefined when the check-in has closed by then.
 */
export function nextReminderAt(timetable: Timetable, after: Date, closesAt: Date): Date | undefined {
  const { schedule, timeZone } = timetable;
  const day = nextWorkday(localDay(after, timeZone), timetable, closesAt);
  if (day === undefined) return undefined;
  const at = instantOn(day, schedule.checkIn.time, timeZone);
  return at < closesAt ? at : undefined;
}

/**
 * When a reminder comes that was set in the zone `before`, once its member is in another: at the same hour there, as
 * everything that is due. One that was asked for and is due within the hour is meant to the minute, and stays. Undefined
 * when the check-in has closed by then.
 */
export function movedReminderAt(
  { remindAt, asked, closesAt }: DueReminder,
  zones: { readonly before: string; readonly after: string },
  now: Date,
): Date | undefined {
  if (asked && remindAt.getTime() - now.getTime() <= HOUR_MS) return remindAt;
  const at = instantAt(localTime(remindAt, zones.before), zones.after);
  return at < closesAt ? at : undefined;
}

/** A reminder that is due, or will be. */
export interface DueReminder {
  readonly remindAt: Date;
  /** The member asked for it. */
  readonly asked: boolean;
  readonly closesAt: Date;
}

/**
 * When a reminder that has fallen due goes out: now, where it is on time or somebody works at this hour; else in the
 * next working hours; undefined when the check-in has closed by then. One that was asked for is on time on any day.
 */
export function sendReminderAt(
  { remindAt, asked, closesAt }: DueReminder,
  timetable: Timetable,
  now: Date,
): Date | undefined {
  if (now >= closesAt) return undefined;
  const today = localDay(now, timetable.timeZone);
  const isOnTime = now.getTime() - remindAt.getTime() < ON_TIME_MS;
  if (isOnTime && (asked || isWorkday(today, timetable))) return now;
  const hours = catchUpWindow(today, timetable);
  if (hours !== undefined && now < hours.until) return earlier(now < hours.from ? hours.from : now, closesAt);
  const day = nextWorkday(today, timetable, closesAt);
  const next = day === undefined ? undefined : catchUpWindow(day, timetable);
  return next === undefined ? undefined : earlier(next.from, closesAt);
}

function earlier(at: Date, closesAt: Date): Date | undefined {
  return at < closesAt ? at : undefined;
}

/** The first working day after `day` that begins before the check-in closes. */
function nextWorkday(day: Day, timetable: Timetable, closesAt: Date): Day | undefined {
  const last = localDay(closesAt, timetable.timeZone);
  for (let next = addDays(day, 1); next <= last; next = addDays(next, 1)) {
    if (isWorkday(next, timetable)) return next;
  }
  return undefined;
}
