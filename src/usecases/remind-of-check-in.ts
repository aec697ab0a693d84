import { isAway } from '../domain/check-in/absence.ts';
import { type CheckIn, type CheckInStage, stageOfAnswers } from '../domain/check-in/check-in.ts';
import { type LocalTime, localDay, localTime, minuteBefore } from '../domain/check-in/local-time.ts';
import { type RemindWhen, remindTime } from '../domain/check-in/reminders.ts';
import type { ChangedCheckIn, OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { findOwnCheckIn } from '../storage/check-ins/find-own-check-in.ts';
import { setReminder } from '../storage/check-ins/remind-of-check-in.ts';
import { findTerms } from '../storage/people/find-terms.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';
import { timetableOf } from './due-batches.ts';

export type AskedReminder =
  | { readonly outcome: 'not-yours' }
  | {
      readonly outcome: 'set';
      readonly at: LocalTime;
      /** It takes the place of one that was asked for before. */
      readonly isInstead: boolean;
      /** It comes on a later day, on which they do not work: it comes all the same, because they asked for it. */
      readonly isOnDayOff: boolean;
      readonly changed: ChangedCheckIn;
    }
  /** The check-in has closed by now, and its message may not say so yet. */
  | { readonly outcome: 'closed'; readonly changed: ChangedCheckIn }
  /** That would be after its last minute. */
  | { readonly outcome: 'too-late'; readonly lastMinute: LocalTime }
  /** That time of today is over. */
  | { readonly outcome: 'past'; readonly at: LocalTime }
  /** There is nothing to remind of; `nothing-asked`: none of its standards is theirs any more. */
  | { readonly outcome: Exclude<CheckInStage, 'open' | 'closed'> | 'nothing-asked' };

/** Sets when a member is reminded of their check-in, in place of whatever was set before. */
export async function remindOfCheckIn(
  context: Context,
  target: OwnCheckIn & { readonly when: RemindWhen },
): Promise<AskedReminder> {
  const now = context.now();
  const state = await findOwnCheckIn(context.database.prisma, target);
  if (state === undefined) return { outcome: 'not-yours' };
  const { checkIn, recipient } = state;
  const { timeZone } = recipient;
  const at = remindTime(target.when, now, timeZone);
  if (now < checkIn.closesAt) {
    const stage = stageOfAnswers(checkIn, now);
    if (stage !== 'open') return { outcome: stage === 'closed' ? 'nothing-asked' : stage };
    if (at <= now) return { outcome: 'past', at: localTime(at, timeZone) };
    if (at >= checkIn.closesAt) {
      return { outcome: 'too-late', lastMinute: localTime(minuteBefore(checkIn.closesAt), timeZone) };
    }
  }
  const changed = await setReminder(
    context.database.prisma,
    { ...target, remindAt: at },
    drawingTimes(context),
  );
  if (changed === undefined) return { outcome: 'not-yours' };
  if (changed.outcome === 'closed') return { outcome: 'closed', changed };
  const isOnDayOff = target.when === 'tomorrow-morning' && (await isDayOff(context, checkIn, at));
  return { outcome: 'set', at: localTime(at, timeZone), isInstead: checkIn.remindAsked, isOnDayOff, changed };
}

/** A rest day, a public holiday, or leave; in a blackout window people work. */
async function isDayOff(
  context: Context,
  { workspaceId, memberId }: Pick<CheckIn, 'workspaceId' | 'memberId'>,
  at: Date,
): Promise<boolean> {
  const db = context.database.prisma;
  const members = await findTerms(db, workspaceId, [memberId], context.now());
  const calendarAt = await context.calendars.read(db, members);
  return members.some((member) => {
    const { calendar, absences, timeZone } = timetableOf(calendarAt, member);
    const day = localDay(at, timeZone);
    const leaves = absences.filter(({ kind }) => kind === 'on-leave');
    return !calendar.isWorkingDay(day) || isAway(day, leaves);
  });
}
