import { backAt } from '../domain/check-in/back-at.ts';
import { findTerms } from '../storage/people/find-terms.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';

/** When those of these members who are away now are back, by member id. */
export async function findBackAt(
  context: Context,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const now = context.now();
  const db = context.database.prisma;
  const members = await findTerms(db, workspaceId, memberIds, now);
  const calendarAt = await context.calendars.read(db, members);
  return new Map(
    members.flatMap((member): [string, Date][] => {
      const back = backAt(timetableOf(calendarAt, member), now);
      return back === undefined ? [] : [[member.memberId, back]];
    }),
  );
}
