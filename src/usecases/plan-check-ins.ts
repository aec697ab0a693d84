import { chooseIndicators } from '../domain/check-in/choose-indicators.ts';
import { localDay } from '../domain/check-in/local-time.ts';
import { checkInDue } from '../domain/check-in/plan-check-in.ts';
import { type CandidateFacts, findCandidateFacts } from '../storage/check-ins/find-candidates.ts';
import { insertCheckIns, type NewCheckIn } from '../storage/check-ins/insert-check-ins.ts';
import type { DueMember } from '../storage/people/due-members.ts';
import type { Context } from './context.ts';
import { serveDueMembers } from './due-batches.ts';

/** Creates the check-ins that are due, with their deliveries; answers how many. */
export async function planCheckIns(context: Context): Promise<number> {
  return await serveDueMembers(context, 'check-in', async (tx, members, now) => {
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
      const { workspaceId, memberId } = member;
      const checkIn = plan(context, member, factsOf.get(`${workspaceId} ${memberId}`), now);
      if (checkIn === undefined) context.log.info({ workspaceId, memberId }, SKIPPED);
      return checkIn ?? [];
    });
    return planned.length === 0 ? 0 : (await insertCheckIns(tx, planned, now)).length;
  });
}

const SKIPPED = 'a check-in was skipped: its period is over or nothing is assigned';

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
