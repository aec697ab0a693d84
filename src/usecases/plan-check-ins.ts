import { type Candidate, chooseIndicators } from '../domain/check-in/choose-indicators.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import {
  type CheckInFrame,
  NOT_HELD_REASONS,
  type OwedCheckIns,
  owedCheckIns,
} from '../domain/check-in/plan-check-in.ts';
import { nextReminderAt } from '../domain/check-in/reminders.ts';
import { type CandidateFacts, findCandidateFacts } from '../storage/check-ins/find-candidates.ts';
import { insertCheckIns, type NewCheckIn } from '../storage/check-ins/insert-check-ins.ts';
import { insertNotHeld } from '../storage/check-ins/insert-not-held.ts';
import type { Queryable } from '../storage/database.ts';
import type { DueMember } from '../storage/people/due-members.ts';
import type { MemberTerms } from '../storage/people/member-terms.ts';
import type { CalendarAt } from './calendars.ts';
import { candidatesFrom } from './candidates.ts';
import type { Context } from './context.ts';
import { oncePerTimetable, type Served, serveDueMembers, timetableOf } from './due-batches.ts';
import { findNoticesInTheWay, queueNotices } from './notices-in-the-way.ts';

interface Owed extends OwedCheckIns {
  readonly member: DueMember;
}

/**
 * Creates the check-ins that are due, with their deliveries, and notes the periods in which none is held; whoever has
 * not read the notice about their data gets that instead. Answers how many check-ins were created.
 */
export async function planCheckIns(context: Context): Promise<number> {
  return await serveDueMembers(context, 'check-in', async (tx, members, now, calendarAt) => {
    const owedTo = oncePerTimetable(calendarAt, (timetable, nextAt, openUntil) =>
      owedCheckIns(timetable, nextAt, now, openUntil),
    );
    const owed = members.map((member) => ({ member, ...owedTo(member) }));
    const { created, alsoQueued, skipped } = await carryOut(context, tx, owed, now, calendarAt);
    const next = owed.map(({ member: { workspaceId, memberId }, nextAt }) => ({
      workspaceId,
      memberId,
      kind: 'check-in' as const,
      nextAt,
    }));
    return { created, alsoQueued, next, skipped };
  });
}

async function carryOut(
  context: Context,
  tx: Queryable,
  owed: readonly Owed[],
  now: Date,
  calendarAt: CalendarAt,
): Promise<Required<Omit<Served, 'next'>>> {
  const toServe = owed.filter(({ due, notHeld }) => due !== undefined || notHeld.length > 0);
  const factsOf = await findFacts(tx, toServe, now);
  const noticeOf = await findNoticesInTheWay(tx, toServe);
  const served = toServe.flatMap((each) => {
    const candidates = candidatesFrom(context.library, factsOf(each.member));
    // Somebody to whom nothing is assigned is owed nothing.
    return candidates.length === 0 ? [] : [{ ...each, ...noticeOf(each.member), candidates }];
  });
  const notHeld = served.flatMap(({ member: { workspaceId, memberId }, heldUp, notHeld: periods }) =>
    [...heldUp, ...periods].map((period) => ({ workspaceId, memberId, ...period })),
  );
  const noted = notHeld.length === 0 ? [] : await insertNotHeld(tx, notHeld, now);
  const planned = served.flatMap(({ member, due, acknowledged, candidates }) =>
    due !== undefined && acknowledged
      ? [{ ...plan(context, member, due, candidates, now, calendarAt), asked: false }]
      : [],
  );
  const toTell = served.flatMap(({ member: { workspaceId, memberId }, due, acknowledged }) =>
    due === undefined || acknowledged ? [] : [{ workspaceId, memberId, period: due.period }],
  );
  const alsoQueued = await queueNotices(context, tx, toTell, { now, asked: false });
  const created = planned.length === 0 ? 0 : (await insertCheckIns(tx, planned, now)).length;
  return {
    created,
    alsoQueued,
    skipped: {
      ...Object.fromEntries(
        NOT_HELD_REASONS.map((reason) => [reason, noted.filter((each) => each === reason).length]),
      ),
      'not-acknowledged': toTell.length,
      'nothing-assigned': toServe.length - served.length,
      'not-yet': owed.length - toServe.length,
      'settled-before': planned.length - created,
    },
  };
}

async function findFacts(
  tx: Queryable,
  owed: readonly Owed[],
  now: Date,
): Promise<(member: DueMember) => CandidateFacts | undefined> {
  if (owed.length === 0) return () => undefined;
  const facts = await findCandidateFacts(
    tx,
    owed.map(({ member: { workspaceId, memberId, timeZone } }) => ({
      workspaceId,
      memberId,
      day: localDay(now, timeZone),
    })),
  );
  const byMember = new Map(facts.map((fact) => [`${fact.workspaceId} ${fact.memberId}`, fact]));
  return ({ workspaceId, memberId }) => byMember.get(`${workspaceId} ${memberId}`);
}

/** The check-in to create for a member, with the indicators chosen for it. */
export function plan(
  context: Context,
  member: MemberTerms & Pick<DueMember, 'memberId'>,
  frame: CheckInFrame,
  candidates: readonly Candidate[],
  now: Date,
  calendarAt: CalendarAt,
): Omit<NewCheckIn, 'asked'> {
  const { workspaceId, memberId, schedule } = member;
  return {
    ...frame,
    workspaceId,
    memberId,
    checkInId: context.newId(),
    deliveryId: context.newId(),
    remindAt:
      schedule.reminders === 0
        ? undefined
        : nextReminderAt(timetableOf(calendarAt, member), now, frame.closesAt),
    items: chooseIndicators(candidates, schedule.itemsPerCheckIn, memberId),
  };
}
