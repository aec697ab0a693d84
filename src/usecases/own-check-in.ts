import type { OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { findCheckIns } from '../storage/check-ins/find-check-ins.ts';
import type { Context } from './context.ts';

/** A check-in as it is now, if it is this person's. */
export async function findOwnCheckIn(
  { database }: Pick<Context, 'database'>,
  { workspaceId, slackUserId, checkInId }: OwnCheckIn,
): Promise<CheckInForMember | undefined> {
  const [state] = await findCheckIns(database.prisma, workspaceId, [checkInId]);
  return state?.recipient.slackUserId === slackUserId ? state : undefined;
}
