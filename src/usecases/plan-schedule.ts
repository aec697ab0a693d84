import { nextCheckIn, nextWakeAt, renewedWakeAt, wakeAt } from '../domain/check-in/check-in-times.ts';
import { periodOf } from '../domain/check-in/period.ts';
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
  const participants = found.map((participant) => {
    const timetable = timetableOf(calendarAt, participant);
    const { standardCodes, teamSize } = participant;
    return {
      ...participant,
      timetable,
      nextCheckInAt: standardCodes.length > 0 ? checkInAhead(participant, timetable, now) : undefined,
      nextDigestAt: teamSize > 0 ? nextDigestAt(timetable, now) : undefined,
    };
  });
  return { schedule, participants };
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
  const timetableBefore = new Map(
    before?.participants.map(({ memberId, timetable }) => [memberId, timetable]),
  );
  const heldAfterAll = await holdAfterAll(tx, scope, participants, now);
  const entries = participants.flatMap(({ memberId, timetable, standardCodes, isOwedDigests, scheduled }) => {
    const then = timetableBefore.get(memberId);
    const checkInAt =
      heldAfterAll.get(memberId) ??
      (scheduled.checkInAt === undefined
        ? nextWakeAt(timetable, now)
        : renewedWakeAt(timetable, scheduled.checkInAt, then));
    const digestAt =
      scheduled.digestAt === undefined
        ? nextDigestAt(timetable, now)
        : renewedDigestAt(timetable, scheduled.digestAt, then);
    return [
      ...(standardCodes.length > 0 ? [{ memberId, kind: 'check-in' as const, nextAt: checkInAt }] : []),
      ...(isOwedDigests ? [{ memberId, kind: 'digest' as const, nextAt: digestAt }] : []),
    ];
  });
  await replaceMemberSchedules(tx, scope, entries, now, before !== undefined);
}

/**
 * This period is held after all for everybody to whom it was noted that it is not, and for whom a day of it has opened
 * since: leave taken back, a blackout removed, a holiday that is none. Answers when the tick looks after each of them.
 */
async function holdAfterAll(
  tx: Queryable,
  { workspaceId }: ScheduleScope,
  participants: SchedulePlan['participants'],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const opened = participants.flatMap(({ memberId, timetable, standardCodes, notHeld, openUntil }) => {
    const period = periodOf(now, timetable.timeZone);
    const isOpen =
      notHeld === period &&
      standardCodes.length > 0 &&
      openCheckInWindow(period, timetable, now, openUntil) !== undefined;
    return isOpen ? [{ memberId, period, wakesAt: wakeAt(period, timetable) }] : [];
  });
  if (opened.length > 0) await takeBackNotHeld(tx, workspaceId, opened);
  return new Map(opened.map(({ memberId, wakesAt }) => [memberId, wakesAt]));
}
