import { renewedWakeAt } from '../domain/check-in/check-in-times.ts';
import { renewedDigestAt } from '../domain/digest/digest-times.ts';
import { setNextDue } from '../storage/people/next-due.ts';
import { claimOutdatedZoneRules } from '../storage/people/outdated-zone-rules.ts';
import type { Context } from './context.ts';
import { oncePerTimetable } from './due-batches.ts';

/**
 * Governments change their clocks: what was planned by other time zone rules than this process has is planned
 * anew, for the same period. What has fallen due already stays due. Answers how many times moved.
 */
export async function renewZoneRules(context: Context): Promise<number> {
  const { zoneRules, database, calendars, log } = context;
  return await database.prisma.$transaction(async (tx) => {
    const planned = await claimOutdatedZoneRules(tx, zoneRules, context.now());
    const calendarAt = await calendars.read(tx, planned);
    const renewed = {
      'check-in': oncePerTimetable(calendarAt, (timetable, nextAt) => renewedWakeAt(timetable, nextAt)),
      digest: oncePerTimetable(calendarAt, (timetable, nextAt) => renewedDigestAt(timetable, nextAt)),
    };
    const moved = planned.flatMap((member) => {
      const { workspaceId, memberId, kind } = member;
      const nextAt = renewed[kind](member);
      return nextAt.getTime() === member.nextAt.getTime() ? [] : [{ workspaceId, memberId, kind, nextAt }];
    });
    if (moved.length > 0) await setNextDue(tx, moved);
    if (planned.length > 0) {
      log.info(
        { zoneRules, planned: planned.length, moved: moved.length },
        'planned by these time zone rules',
      );
    }
    return moved.length;
  });
}
