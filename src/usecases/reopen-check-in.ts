import type { ChangedCheckIn, OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { setReopened } from '../storage/check-ins/reopen-check-in.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/** Shows a completed check-in's answers again, or puts them away; undefined where it is not this person's. */
export async function reopenCheckIn(
  context: Context,
  target: OwnCheckIn & { readonly reopened: boolean },
): Promise<ChangedCheckIn | undefined> {
  return await setReopened(context.database.prisma, target, drawingTimes(context));
}
