import { nextWakeAt, renewedWakeAt, wakeAt } from '../domain/check-in/check-in-times.ts';
import { dayOfPeriod, type Period, periodOf } from '../domain/check-in/period.ts';
import { openCheckInWindow, type Timetable } from '../domain/check-in/sending-windows.ts';
import { nextDigestAt, renewedDigestAt } from '../domain/digest/digest-times.ts';
import { takeBackNotHeld } from '../storage/check-ins/take-back-not-held.ts';
import type { Queryable } from '../storage/database.ts';
import { releaseHeld } from '../storage/deliveries/release-held.ts';
import {
  lockMemberSchedules,
  replaceMemberSchedules,
  type ScheduleScope,
} from '../storage/people/member-schedules.ts';
import { setScheduleStarted } from '../storage/people/schedules.ts';
import type { Context } from './context.ts';
import { oncePer } from './once-per.ts';
import { type PlannedParticipant, planFor, type SchedulePlan, whatDecides } from './plan-schedule.ts';

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
