import type { IndicatorKey } from '../domain/check-in/choose-indicators.ts';
import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { owePicture } from '../storage/check-ins/owe-picture.ts';
import type { Queryable } from '../storage/database.ts';
import { findOpenAsking } from '../storage/evidence/find-open-asking.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/** Evidence for an indicator came or went: the person's open check-in that asks it is to be drawn again, where there is one. */
export async function oweEvidence(
  context: Context,
  tx: Queryable,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  { standardCode, indicatorCode }: IndicatorKey,
): Promise<ChangedCheckIn | undefined> {
  const checkInId = await findOpenAsking(tx, { ...who, standardCode, indicatorCode }, context.now());
  return checkInId === undefined
    ? undefined
    : await owePicture(tx, { ...who, checkInId }, drawingTimes(context));
}
