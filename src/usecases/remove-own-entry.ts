import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { owePicture } from '../storage/check-ins/owe-picture.ts';
import { deleteEvidence, deleteNote, type OwnEntry } from '../storage/home/remove-own-entry.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/** Removes a note of the one who asks; answers the check-in whose message showed it, to be drawn again. */
export async function removeNote(context: Context, note: OwnEntry): Promise<ChangedCheckIn | undefined> {
  return await context.database.prisma.$transaction(async (tx) => {
    const checkInId = await deleteNote(tx, note);
    if (checkInId === undefined) return undefined;
    return await owePicture(tx, { ...note, checkInId }, drawingTimes(context));
  });
}

/** Removes a piece of evidence of the one who asks; answers whether there was one of theirs. */
export async function removeEvidence(context: Context, evidence: OwnEntry): Promise<boolean> {
  return await deleteEvidence(context.database.prisma, evidence);
}
