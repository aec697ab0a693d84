import { nextOccurrence, type Schedule } from '../domain/check-in/schedule.ts';
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
export async function planSchedule(
  context: Context,
  workspaceId: string,
  db?: Queryable,
): Promise<SchedulePlan> {
  const queryable = db ?? context.database.prisma;
  const schedule = await findSchedule(queryable, workspaceId);
  if (schedule === undefined) {
    throw new ActionableError(
      `The workspace ${workspaceId} is unknown`,
      'start the bot once, it makes itself known',
    );
  }
  const now = context.now();
  const participants = (await findParticipants(queryable, workspaceId)).map((participant) => ({
    ...participant,
    nextCheckInAt:
      participant.standardCodes.length > 0
        ? nextOccurrence(schedule.checkIn, participant.timeZone, now)
        : undefined,
    nextDigestAt:
      participant.teamSize > 0 ? nextOccurrence(schedule.digest, participant.timeZone, now) : undefined,
  }));
  return { schedule, participants };
}

/** Starts the schedule; from now on the tick sends. Answers false when it had been started before. */
export async function startSchedule(context: Context, workspaceId: string): Promise<boolean> {
  return await context.database.prisma.$transaction(async (tx) => {
    const started = await setScheduleStarted(tx, workspaceId, context.now());
    await renewMemberSchedules(context, workspaceId, tx);
    return started;
  });
}

/** Brings what is due when in line with who takes part now; does nothing before the schedule is started. */
export async function renewMemberSchedules(
  context: Context,
  workspaceId: string,
  tx: Queryable,
): Promise<void> {
  const { schedule, participants } = await planSchedule(context, workspaceId, tx);
  if (schedule.startedAt === undefined) return;
  const entries = participants.flatMap(({ memberId, nextCheckInAt, nextDigestAt }) => [
    ...(nextCheckInAt === undefined ? [] : [{ memberId, kind: 'check-in' as const, nextAt: nextCheckInAt }]),
    ...(nextDigestAt === undefined ? [] : [{ memberId, kind: 'digest' as const, nextAt: nextDigestAt }]),
  ]);
  await replaceMemberSchedules(tx, workspaceId, entries, context.now());
}
