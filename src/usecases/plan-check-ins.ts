import { chooseIndicators } from '../domain/check-in/choose-indicators.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { checkInDue } from '../domain/check-in/plan-check-in.ts';
import { nextOccurrence } from '../domain/check-in/schedule.ts';
import { type CandidateFacts, findCandidateFacts } from '../storage/check-ins/find-candidates.ts';
import { insertCheckIns, type NewCheckIn } from '../storage/check-ins/insert-check-ins.ts';
import type { Queryable } from '../storage/database.ts';
import { claimDueMembers, type DueMember, setNextDue } from '../storage/people/due-members.ts';
import type { Context } from './context.ts';

/** How many members one transaction serves: its length is bounded, its statements do not grow with it. */
const BATCH = 500;

/** Creates the check-ins that are due, with their deliveries, batch by batch; answers how many. */
export async function planCheckIns(context: Context): Promise<number> {
  let created = 0;
  for (;;) {
    const batch = await context.database.prisma.$transaction((tx) => planBatch(context, tx));
    created += batch.created;
    if (batch.claimed < BATCH) return created;
  }
}

async function planBatch(context: Context, tx: Queryable): Promise<{ claimed: number; created: number }> {
  const now = context.now();
  const members = await claimDueMembers(tx, 'check-in', now, BATCH);
  if (members.length === 0) return { claimed: 0, created: 0 };

  const facts = await findCandidateFacts(
    tx,
    members.map(({ workspaceId, memberId, timeZone }) => ({
      workspaceId,
      memberId,
      day: localDay(now, timeZone),
    })),
  );
  const factsOf = new Map(facts.map((fact) => [`${fact.workspaceId} ${fact.memberId}`, fact]));
  const planned = members.flatMap((member) => {
    const checkIn = plan(context, member, factsOf.get(`${member.workspaceId} ${member.memberId}`), now);
    if (checkIn === undefined) {
      const { workspaceId, memberId } = member;
      context.log.info(
        { workspaceId, memberId },
        'a check-in was skipped: its period is over or nothing is assigned',
      );
    }
    return checkIn ?? [];
  });
  const created = planned.length === 0 ? [] : await insertCheckIns(tx, planned, now);
  await setNextDue(
    tx,
    members.map(({ workspaceId, memberId, timeZone, schedule }) => ({
      workspaceId,
      memberId,
      kind: 'check-in',
      nextAt: nextOccurrence(schedule.checkIn, timeZone, now),
    })),
  );
  if (created.length > 0) {
    await context.wakeSender(tx, [...new Set(planned.map(({ workspaceId }) => workspaceId))]);
  }
  return { claimed: members.length, created: created.length };
}

function plan(
  context: Context,
  { workspaceId, memberId, timeZone, schedule }: DueMember,
  facts: CandidateFacts | undefined,
  now: Date,
): NewCheckIn | undefined {
  const frame = checkInDue(schedule, timeZone, now);
  const candidates = (facts?.standardCodes ?? [])
    .flatMap((standardCode) => context.library.indicatorsOf(standardCode))
    .map(({ standardCode, code, taskCode }) => ({
      standardCode,
      indicatorCode: code,
      taskCode,
      lastAsked: facts?.lastAsked.get(`${standardCode} ${code}`),
    }));
  if (frame === undefined || candidates.length === 0) return undefined;
  return {
    ...frame,
    workspaceId,
    memberId,
    checkInId: context.newId(),
    deliveryId: context.newId(),
    items: chooseIndicators(candidates, schedule.itemsPerCheckIn, memberId),
  };
}
