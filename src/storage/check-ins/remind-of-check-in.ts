import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { type ChangedCheckIn, changeOwnCheckIn, type OwnCheckIn } from './change-own-check-in.ts';
import type { DrawingTimes } from './drawing.ts';

/** Sets the reminder that a member asks for, in place of whichever was to come; see `changeOwnCheckIn`. */
export async function setReminder(
  db: Queryable,
  target: OwnCheckIn & { readonly remindAt: Date },
  times: DrawingTimes,
): Promise<ChangedCheckIn | undefined> {
  return await changeOwnCheckIn(db, target, times, {
    remind_at: Prisma.sql`${target.remindAt}::timestamptz`,
    remind_asked: Prisma.sql`true`,
  });
}
