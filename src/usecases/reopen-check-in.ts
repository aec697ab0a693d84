import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { setReopened } from '../storage/check-ins/reopen-check-in.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/** Shows a completed check-in's answers again, or puts them away; undefined where it is not this person's. */
export async function reopenCheckIn(
  context: Context,
  target: { workspaceId: string; slackUserId: string; checkInId: string; reopened: boolean },
): Promise<{ state: CheckInForMember; mayDraw: boolean } | undefined> {
  return await setReopened(context.database.prisma, target, drawingTimes(context));
}
