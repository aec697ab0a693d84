import { nextCheckIn } from '../domain/check-in/check-in-times.ts';
import { comingCheckInAt } from '../domain/check-in/plan-check-in.ts';
import type { Schedule } from '../domain/check-in/schedule.ts';
import type { Timetable } from '../domain/check-in/sending-windows.ts';
import { nextDigestAt } from '../domain/digest/digest-times.ts';
import { ActionableError } from '../errors.ts';
import type { Queryable } from '../storage/database.ts';
import { findParticipants, type Participant } from '../storage/people/find-participants.ts';
import type { ScheduleScope } from '../storage/people/member-schedules.ts';
import { findSchedule } from '../storage/people/schedules.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';
import { oncePer } from './once-per.ts';

/** Who gets what, and when first. */
export interface PlannedParticipant extends Participant {
  readonly timetable: Timetable;
  /** Undefined for somebody without a standard, and where no check-in can come. */
  readonly nextCheckInAt: Date | undefined;
  /** Undefined for somebody without a team. */
  readonly nextDigestAt: Date | undefined;
}

export interface SchedulePlan {
  readonly schedule: Schedule;
  readonly participants: readonly PlannedParticipant[];
}

/**
 * What would be sent to whom from now on, if nothing changes; changes nothing itself.
 *
 * @throws {ActionableError} when the workspace is unknown.
 */
export async function planSchedule(context: Context, workspaceId: string): Promise<SchedulePlan> {
  return await planFor(context, context.database.prisma, { workspaceId });
}

/** The same for everybody, or for one member; see `Calendars.read` for `how`. */
export async function planFor(
  context: Context,
  db: Queryable,
  { workspaceId, slackUserId }: ScheduleScope,
  how?: 'afresh',
): Promise<SchedulePlan> {
  const schedule = await findSchedule(db, workspaceId);
  if (schedule === undefined) {
    throw new ActionableError(
      `The workspace ${workspaceId} is unknown`,
      'start the bot once, it makes itself known',
    );
  }
  const now = context.now();
  const found = await findParticipants(db, workspaceId, now, slackUserId);
  const calendarAt = await context.calendars.read(db, found, how);
  const timesOf = oncePer(whatDecides, (participant) => {
    const timetable = timetableOf(calendarAt, participant);
    return {
      timetable,
      checkInAt: checkInAhead(participant, timetable, now),
      digestAt: nextDigestAt(timetable, now),
    };
  });
  const participants = found.map((participant) => {
    const { timetable, checkInAt, digestAt } = timesOf(participant);
    const { standardCodes, teamSize } = participant;
    return {
      ...participant,
      timetable,
      nextCheckInAt: standardCodes.length > 0 ? checkInAt : undefined,
      nextDigestAt: teamSize > 0 ? digestAt : undefined,
    };
  });
  return { schedule, participants };
}

/** All that a participant's times follow from, beside the calendar of where they are. */
export function whatDecides(participant: Participant) {
  const { workspaceId, timeZone, schedule, preference, absences } = participant;
  const { scheduled, openUntil, notHeld, unassignedOn } = participant;
  return {
    workspaceId,
    timeZone,
    schedule,
    preference,
    absences,
    scheduled,
    openUntil,
    notHeld,
    unassignedOn,
  };
}

function checkInAhead({ scheduled, openUntil }: Participant, timetable: Timetable, now: Date) {
  return scheduled.checkInAt === undefined
    ? nextCheckIn(timetable, now)?.dueAt
    : comingCheckInAt(timetable, scheduled.checkInAt, now, openUntil);
}
