import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { type ChangedCheckIn, changeOwnCheckIn, type OwnCheckIn } from './change-own-check-in.ts';
import type { DrawingTimes } from './drawing.ts';

/** Shows the answers of a completed check-in again (`reopened`) or puts them away; see `changeOwnCheckIn`. */
export async function setReopened(
  db: Queryable,
  target: OwnCheckIn & { readonly reopened: boolean },
  times: DrawingTimes,
): Promise<ChangedCheckIn | undefined> {
  return await changeOwnCheckIn(db, target, times, { reopened: Prisma.sql`${target.reopened}` });
}
