import { nextCheckIn, nextWakeAt, renewedWakeAt } from '../domain/check-in/check-in-times.ts';
import type { Schedule } from '../domain/check-in/schedule.ts';
import { nextDigestAt, renewedDigestAt } from '../domain/digest/digest-times.ts';
import { ActionableError } from '../errors.ts';
import type { Queryable } from '../storage/database.ts';
import {
  findParticipants,
  findSchedule,
  type Participant,
  replaceMemberSchedules,
  setScheduleStarted,
} from '../storage/people/participants.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';

/** Who gets what, and when first. */
export interface PlannedParticipant extends Participant {
  /** Undefined for somebody without a standard. */
  readonly nextCheckInAt: Date | undefined;
  /** Undefined for somebody without a team. */
  readonly nextDigestAt: Date | undefined;
}

export interface SchedulePlan {
  readonly schedule: Schedule;
  readonly participants: readonly PlannedParticipant[];
}

/**
 * What would be sent to whom from now on; changes nothing.
 *
 * @throws {ActionableError} when the workspace is unknown.
 */
export async function planSchedule(context: Context, workspaceId: string): Promise<SchedulePlan> {
  return await planScheduleOf(context, context.database.prisma, workspaceId);
}

/** The same for everybody, or for one member. */
async function planScheduleOf(
  context: Context,
  queryable: Queryable,
  workspaceId: string,
  memberId?: string,
): Promise<SchedulePlan> {
  const schedule = await findSchedule(queryable, workspaceId);
  if (schedule === undefined) {
    throw new ActionableError(
      `The workspace ${workspaceId} is unknown`,
      'start the bot once, it makes itself known',
    );
  }
  const now = context.now();
  const participants = (await findParticipants(queryable, workspaceId, memberId)).map((participant) => {
    const { timeZone, standardCodes, teamSize } = participant;
    const timetable = timetableOf(context, { schedule, timeZone });
    return {
      ...participant,
      nextCheckInAt: standardCodes.length > 0 ? nextCheckIn(timetable, now)?.dueAt : undefined,
      nextDigestAt: teamSize > 0 ? nextDigestAt(timetable, now) : undefined,
    };
  });
  return { schedule, participants };
}

/** Starts the schedule; from now on the tick sends. Answers false when it had been started before. */
export async function startSchedule(context: Context, workspaceId: string): Promise<boolean> {
  return await context.database.prisma.$transaction(async (tx) => {
    const started = await setScheduleStarted(tx, workspaceId, context.now(), context.zoneRules);
    await renewMemberSchedules(context, workspaceId, tx);
    return started;
  });
}

/**
 * Brings what is due when in line with who takes part now, and where they are, for everybody or for one member; does
 * nothing before the schedule is started. Whoever is new begins with what falls due from now on, everybody else stays in the period they are.
 */
export async function renewMemberSchedules(
  context: Context,
  workspaceId: string,
  tx: Queryable,
  memberId?: string,
): Promise<void> {
  const { schedule, participants } = await planScheduleOf(context, tx, workspaceId, memberId);
  if (schedule.startedAt === undefined) return;
  const now = context.now();
  const entries = participants.flatMap(({ memberId, timeZone, standardCodes, teamSize, scheduled }) => {
    const timetable = timetableOf(context, { schedule, timeZone });
    const checkInAt =
      scheduled.checkInAt === undefined
        ? nextWakeAt(timetable, now)
        : renewedWakeAt(timetable, scheduled.checkInAt);
    const digestAt =
      scheduled.digestAt === undefined
        ? nextDigestAt(timetable, now)
        : renewedDigestAt(timetable, scheduled.digestAt);
    return [
      ...(standardCodes.length > 0 ? [{ memberId, kind: 'check-in' as const, nextAt: checkInAt }] : []),
      ...(teamSize > 0 ? [{ memberId, kind: 'digest' as const, nextAt: digestAt }] : []),
    ];
  });
  await replaceMemberSchedules(tx, workspaceId, entries, now, memberId);
}
