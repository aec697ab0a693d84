import type { Queryable } from '../database.ts';
import { type ChangedCheckIn, changeOwnCheckIn, type OwnCheckIn } from './change-own-check-in.ts';
import type { DrawingTimes } from './drawing.ts';

/** Something that a check-in's message shows has changed beside it: it is to be drawn again; see `changeOwnCheckIn`. */
export async function owePicture(
  db: Queryable,
  target: OwnCheckIn,
  times: DrawingTimes,
): Promise<ChangedCheckIn | undefined> {
  return await changeOwnCheckIn(db, target, times, {});
}
