import { checkInTimeOf, workWeekOf } from '../domain/check-in/preference.ts';
import type { Timetable } from '../domain/check-in/sending-windows.ts';
import { createWorkCalendar } from '../domain/check-in/work-calendar.ts';
import type { Queryable } from '../storage/database.ts';
import { claimDueMembers, type DueKind, type DueMember } from '../storage/people/due-members.ts';
import type { MemberTerms } from '../storage/people/member-terms.ts';
import { type NextDue, setNextDue } from '../storage/people/next-due.ts';
import type { CalendarAt } from './calendars.ts';
import type { Context } from './context.ts';
import { oncePer } from './once-per.ts';

/** How many members one transaction serves: its length is bounded, its statements do not grow with it. */
const BATCH = 500;

/** What became of a batch. */
export interface Served {
  readonly created: number;
  /** Deliveries that were queued beside what was created. */
  readonly alsoQueued?: number;
  /** When each member of the batch is due next. */
  readonly next: readonly NextDue[];
  /** What was not created, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Creates what is due to a batch of members, with its deliveries. */
export type ServeMembers = (
  tx: Queryable,
  members: readonly DueMember[],
  now: Date,
  calendarAt: CalendarAt,
) => Promise<Served>;

/**
 * Serves everybody to whom `kind` is due, batch by batch, each in one transaction: claim, create, move on to the
 * next time, wake the sender. Answers how many were created; the log has one line a batch for what was not.
 */
export async function serveDueMembers(context: Context, kind: DueKind, serve: ServeMembers): Promise<number> {
  let total = 0;
  for (;;) {
    const { claimed, created, skipped } = await context.database.prisma.$transaction((tx) =>
      serveBatch(context, tx, kind, serve),
    );
    const reasons = Object.fromEntries(Object.entries(skipped).filter(([, count]) => count > 0));
    if (Object.keys(reasons).length > 0) {
      context.log.info({ kind, claimed, created, skipped: reasons }, 'not everything that fell due was sent');
    }
    total += created;
    if (claimed < BATCH) return total;
  }
}

async function serveBatch(
  context: Context,
  tx: Queryable,
  kind: DueKind,
  serve: ServeMembers,
): Promise<{ claimed: number; created: number; skipped: Served['skipped'] }> {
  const now = context.now();
  const members = await claimDueMembers(tx, kind, now, BATCH);
  if (members.length === 0) return { claimed: 0, created: 0, skipped: {} };
  const calendarAt = await context.calendars.read(tx, members);
  const { created, alsoQueued = 0, next, skipped } = await serve(tx, members, now, calendarAt);
  await setNextDue(tx, next);
  if (created + alsoQueued > 0) {
    await context.wakeSender(tx, [...new Set(members.map(({ workspaceId }) => workspaceId))]);
  }
  return { claimed: members.length, created, skipped };
}

/** The same answer for everybody with the same zone, schedule, preference, absences and next time, worked out once. */
export function oncePerTimetable<T>(
  calendarAt: CalendarAt,
  workOut: (timetable: Timetable, nextAt: Date, openUntil: Date | undefined) => T,
): (member: DueMember) => T {
  return oncePer(
    ({ memberId: _theirOwn, ...whatDecides }) => whatDecides,
    (member) => workOut(timetableOf(calendarAt, member), member.nextAt, member.openUntil),
  );
}

/**
 * What decides when something is due to this member: the schedule with what they have set for themselves, their
 * zone, the days they work, and those on which they are away.
 */
export function timetableOf(calendarAt: CalendarAt, member: MemberTerms): Timetable {
  const { schedule, preference, timeZone, absences } = member;
  return {
    schedule: { ...schedule, checkIn: checkInTimeOf(schedule, preference) },
    timeZone,
    calendar: createWorkCalendar(calendarAt(member), workWeekOf(schedule, preference)),
    absences,
  };
}
