import { backAt } from '../domain/check-in/back-at.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import { findTerms } from '../storage/people/find-terms.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';

/** When the recipients of those of these deliveries that cannot come now are back, by delivery id; see `backAt`. */
export async function findBackAt(
  context: Context,
  workspaceId: string,
  deliveries: readonly Pick<Delivery, 'deliveryId' | 'memberId' | 'isLate'>[],
): Promise<ReadonlyMap<string, Date>> {
  const now = context.now();
  const db = context.database.prisma;
  const memberIds = [...new Set(deliveries.map(({ memberId }) => memberId))];
  const members = await findTerms(db, workspaceId, memberIds, now);
  const calendarAt = await context.calendars.read(db, members);
  const timetables = new Map(members.map((member) => [member.memberId, timetableOf(calendarAt, member)]));
  return new Map(
    deliveries.flatMap(({ deliveryId, memberId, isLate }): [string, Date][] => {
      const timetable = timetables.get(memberId);
      const back = timetable === undefined ? undefined : backAt(timetable, now, { isLate });
      return back === undefined ? [] : [[deliveryId, back]];
    }),
  );
}
