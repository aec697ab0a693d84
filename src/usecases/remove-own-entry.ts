import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { lockOwnCheckIn } from '../storage/check-ins/lock-own-check-in.ts';
import { owePicture } from '../storage/check-ins/owe-picture.ts';
import {
  deleteEvidence,
  deleteNote,
  findCheckInOfNote,
  type OwnEntry,
} from '../storage/home/remove-own-entry.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';
import { oweEvidence } from './owe-evidence.ts';

/** Removes a note of the one who asks; answers the check-in whose message showed it, to be drawn again. */
export async function removeNote(context: Context, note: OwnEntry): Promise<ChangedCheckIn | undefined> {
  return await context.database.prisma.$transaction(async (tx) => {
    const checkInId = await findCheckInOfNote(tx, note);
    if (checkInId === undefined) return undefined;
    const target = { ...note, checkInId };
    if (!(await lockOwnCheckIn(tx, target)) || !(await deleteNote(tx, note))) return undefined;
    return await owePicture(tx, target, drawingTimes(context));
  });
}

/** Removes a piece of evidence of the one who asks, and says which check-in's message counted it; undefined: not theirs. */
export async function removeEvidence(
  context: Context,
  evidence: OwnEntry,
): Promise<{ readonly changed: ChangedCheckIn | undefined } | undefined> {
  return await context.database.prisma.$transaction(async (tx) => {
    const indicator = await deleteEvidence(tx, evidence);
    return indicator && { changed: await oweEvidence(context, tx, evidence, indicator) };
  });
}
