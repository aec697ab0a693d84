import { localDay } from '../domain/check-in/local-time.ts';
import { nextByItself } from '../domain/check-in/next-by-itself.ts';
import { periodOf } from '../domain/check-in/period.ts';
import { type CheckInFrame, frameOf } from '../domain/check-in/plan-check-in.ts';
import { obstacleToStart } from '../domain/check-in/start-now.ts';
import { NOTICE_VERSION } from '../domain/people/notice.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { findCandidateFacts } from '../storage/check-ins/find-candidates.ts';
import { findMemberToStart } from '../storage/check-ins/find-start-facts.ts';
import { insertCheckIns } from '../storage/check-ins/insert-check-ins.ts';
import { queueOnWish } from '../storage/deliveries/queue-on-wish.ts';
import { lockMemberSchedules } from '../storage/people/member-schedules.ts';
import { candidatesFrom } from './candidates.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';
import { plan } from './plan-check-ins.ts';
import { sendNoticeFirst } from './send-notice-first.ts';

/** What became of a member's wish for a check-in now. */
export type StartedCheckIn =
  | { readonly outcome: 'not-a-member' | 'not-started' | 'no-standard' | 'not-acknowledged' }
  | {
      /** It is on its way to the member's DM. */
      readonly outcome: 'made';
      readonly items: number;
      /** When the one after it comes; undefined: none in sight. */
      readonly nextAt: Date | undefined;
    }
  | {
      /**
       * There is one already: it waits, is answered, or was skipped and can be taken up again. The message of one that
       * waits is on its way where it is not there yet.
       */
      readonly outcome: 'open' | 'answered' | 'skipped';
      readonly state: CheckInForMember;
      readonly nextAt: Date | undefined;
    }
  | {
      /** This period has none: it is not held, or its standards were taken away. */
      readonly outcome: 'closed-for-this-period';
      readonly nextAt: Date | undefined;
    };

/**
 * Makes a member's check-in of this period now, with its delivery, as the tick would at its hour; whoever of the two
 * comes second finds the other's, and one whose message was held is sent at once. Where it cannot be made the answer
 * says why; where the notice has to be read first, that is on its way.
 */
export async function startCheckIn(
  context: Context,
  who: { readonly workspaceId: string; readonly slackUserId: string },
): Promise<StartedCheckIn> {
  return (await tryToStart(context, who)) ?? (await tryToStart(context, who)) ?? settled(undefined);
}

/** Undefined when somebody else has settled the period in between: then there is something to find. */
async function tryToStart(
  context: Context,
  who: { readonly workspaceId: string; readonly slackUserId: string },
): Promise<StartedCheckIn | undefined> {
  const now = context.now();
  return await context.database.prisma.$transaction(async (tx) => {
    // The tick may be noting just now that the period is not held: what is read after it is what it has left.
    await lockMemberSchedules(tx, who);
    const member = await findMemberToStart(tx, who, NOTICE_VERSION, now);
    if (member === undefined) return { outcome: 'not-a-member' };
    const { workspaceId, memberId, timeZone, checkIns } = member;
    const [facts] = await findCandidateFacts(tx, [{ workspaceId, memberId, day: localDay(now, timeZone) }]);
    const candidates = candidatesFrom(context.library, facts);
    const period = periodOf(now, timeZone);
    const known = {
      period,
      checkIns: checkIns.map(({ checkIn }) => checkIn),
      notHeld: member.notHeld,
      wakesAt: member.wakesAt,
    };
    const obstacle = obstacleToStart(
      {
        ...known,
        hasStarted: member.schedule.startedAt !== undefined,
        hasStandard: candidates.length > 0,
        hasAcknowledged: member.hasAcknowledged,
      },
      now,
    );
    if (obstacle?.outcome === 'not-acknowledged') {
      await sendNoticeFirst(context, tx, { workspaceId, memberId, timeZone });
      return { outcome: obstacle.outcome };
    }
    const calendarAt = await context.calendars.read(tx, [member]);
    const timetable = timetableOf(calendarAt, member);
    const nextAfter = (...made: CheckInFrame[]) =>
      nextByItself({ ...known, checkIns: [...known.checkIns, ...made] }, timetable, now);
    if (obstacle !== undefined) {
      const nextAt = nextAfter();
      if (!('checkInId' in obstacle)) return settled(nextAt, obstacle.outcome);
      const state = checkIns.find(({ checkIn }) => checkIn.checkInId === obstacle.checkInId);
      if (state === undefined) return settled(nextAt);
      if (
        obstacle.outcome === 'open' &&
        state.message === undefined &&
        (await queueOnWish(tx, state.checkIn))
      ) {
        await context.wakeSender(tx, [workspaceId]);
      }
      return { outcome: obstacle.outcome, state, nextAt };
    }
    const frame = frameOf(period, timetable);
    const made = plan(context, member, frame, candidates, now, calendarAt);
    const planned = { ...made, asked: true };
    if ((await insertCheckIns(tx, [planned], now)).length === 0) return undefined;
    await context.wakeSender(tx, [workspaceId]);
    return { outcome: 'made', items: planned.items.length, nextAt: nextAfter(frame) };
  });
}

function settled(
  nextAt: Date | undefined,
  outcome: 'not-started' | 'no-standard' | 'closed-for-this-period' = 'closed-for-this-period',
): StartedCheckIn {
  return outcome === 'closed-for-this-period' ? { outcome, nextAt } : { outcome };
}
