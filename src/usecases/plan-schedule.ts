import { nextCheckIn, nextWakeAt, renewedWakeAt, wakeAt } from '../domain/check-in/check-in-times.ts';
import { dayOfPeriod, type Period, periodOf } from '../domain/check-in/period.ts';
import { comingCheckInAt } from '../domain/check-in/plan-check-in.ts';
import type { Schedule } from '../domain/check-in/schedule.ts';
import { openCheckInWindow, type Timetable } from '../domain/check-in/sending-windows.ts';
import { nextDigestAt, renewedDigestAt } from '../domain/digest/digest-times.ts';
import { ActionableError } from '../errors.ts';
import { takeBackNotHeld } from '../storage/check-ins/take-back-not-held.ts';
import type { Queryable } from '../storage/database.ts';
import { releaseHeld } from '../storage/deliveries/release-held.ts';
import { findParticipants, type Participant } from '../storage/people/find-participants.ts';
import {
  lockMemberSchedules,
  replaceMemberSchedules,
  type ScheduleScope,
} from '../storage/people/member-schedules.ts';
import { findSchedule, setScheduleStarted } from '../storage/people/schedules.ts';
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

/** The same for everybody, or for one member. */
async function planFor(
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
function whatDecides(participant: Participant) {
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

/** Starts the schedule; from now on the tick sends. Answers false when it had been started before. */
export async function startSchedule(context: Context, workspaceId: string): Promise<boolean> {
  return await context.database.prisma.$transaction(async (tx) => {
    const started = await setScheduleStarted(tx, workspaceId, context.now(), context.zoneRules);
    await renewMemberSchedules(context, { workspaceId }, tx);
    return started;
  });
}

/**
 * Brings what is due when in line with who takes part now, and where they are, for everybody in the scope; does nothing
 * before the schedule is started. Whoever is new begins with what falls due from now on, everybody else stays in the
 * period they are. What waits for somebody who was away is looked at anew: they may be elsewhere now.
 */
export async function renewMemberSchedules(
  context: Context,
  scope: ScheduleScope,
  tx: Queryable,
): Promise<void> {
  await lockMemberSchedules(tx, scope);
  await renew(context, tx, scope, await planFor(context, tx, scope), undefined);
}

/**
 * Carries out a change of what decides when something is due, and brings the times of everybody in the scope in line
 * with it, in the caller's transaction: each stays in the period they are. Answers the change's answer and the plan
 * by which things go now. What waits for somebody who was away is looked at anew.
 */
export async function changeTimes<Answer>(
  context: Context,
  tx: Queryable,
  scope: ScheduleScope,
  change: () => Promise<Answer>,
): Promise<{ answer: Answer; plan: SchedulePlan }> {
  await lockMemberSchedules(tx, scope);
  const before = await planFor(context, tx, scope);
  const answer = await change();
  const after = await planFor(context, tx, scope, 'afresh');
  await renew(context, tx, scope, after, before);
  return { answer, plan: await planFor(context, tx, scope, 'afresh') };
}

/** `before`: the plan by which the times were set that are to be renewed, where it was another. */
async function renew(
  context: Context,
  tx: Queryable,
  scope: ScheduleScope,
  plan: SchedulePlan,
  before: SchedulePlan | undefined,
): Promise<void> {
  if (plan.schedule.startedAt !== undefined) await renewTimes(context, tx, scope, plan, before);
  await releaseHeld(tx, scope);
}

async function renewTimes(
  context: Context,
  tx: Queryable,
  scope: ScheduleScope,
  { participants }: SchedulePlan,
  before: SchedulePlan | undefined,
): Promise<void> {
  const now = context.now();
  const then = new Map(before?.participants.map((participant) => [participant.memberId, participant]));
  const renewed = oncePer(
    (participant: PlannedParticipant) => {
      const earlier = then.get(participant.memberId);
      return [whatDecides(participant), earlier && whatDecides(earlier)];
    },
    (participant) => renewedTimes(participant, then.get(participant.memberId)?.timetable, now),
  );
  const times = participants.map((participant) => ({
    ...renewed(participant),
    memberId: participant.memberId,
    getsCheckIns: participant.standardCodes.length > 0,
    getsDigests: participant.isOwedDigests,
  }));
  const opened = times.flatMap(({ memberId, getsCheckIns, heldAfterAll }) =>
    getsCheckIns && heldAfterAll !== undefined ? [{ memberId, period: heldAfterAll }] : [],
  );
  if (opened.length > 0) await takeBackNotHeld(tx, scope.workspaceId, opened);
  const entries = times.flatMap(({ memberId, getsCheckIns, getsDigests, checkInAt, digestAt }) => [
    ...(getsCheckIns ? [{ memberId, kind: 'check-in' as const, nextAt: checkInAt }] : []),
    ...(getsDigests ? [{ memberId, kind: 'digest' as const, nextAt: digestAt }] : []),
  ]);
  await replaceMemberSchedules(tx, scope, entries, now, before !== undefined);
}

interface RenewedTimes {
  readonly checkInAt: Date;
  readonly digestAt: Date;
  /**
   * This period, where it is noted as not held and a day of it has opened since: leave taken back, a blackout removed,
   * a holiday that is none.
   */
  readonly heldAfterAll: Period | undefined;
}

/** `then`: the timetable by which the times were set, where it was another. */
function renewedTimes(
  { timetable, scheduled, notHeld, unassignedOn, openUntil }: PlannedParticipant,
  then: Timetable | undefined,
  now: Date,
): RenewedTimes {
  const digestAt =
    scheduled.digestAt === undefined
      ? nextDigestAt(timetable, now)
      : renewedDigestAt(timetable, scheduled.digestAt, then);
  const period = periodOf(now, timetable.timeZone);
  const isOpen = () => openCheckInWindow(period, timetable, now, openUntil) !== undefined;
  if (notHeld === period && isOpen()) {
    return { digestAt, checkInAt: wakeAt(period, timetable), heldAfterAll: period };
  }
  // Whoever had a standard in this period and has one again, as where a wrong roster is put right, is not new.
  const isBack = scheduled.checkInAt === undefined && unassignedOn !== undefined;
  if (isBack && unassignedOn >= dayOfPeriod(period, 1) && isOpen()) {
    return { digestAt, checkInAt: wakeAt(period, timetable), heldAfterAll: undefined };
  }
  const checkInAt =
    scheduled.checkInAt === undefined
      ? nextWakeAt(timetable, now)
      : renewedWakeAt(timetable, scheduled.checkInAt, then);
  return { digestAt, checkInAt, heldAfterAll: undefined };
}
