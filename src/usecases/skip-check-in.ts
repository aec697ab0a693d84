import { type CheckInStage, stageOfAnswers } from '../domain/check-in/check-in.ts';
import { NOTE_LIMIT, readTypedText } from '../domain/check-in/note-text.ts';
import type { ChangedCheckIn, OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { setNotSkipped, setSkipped } from '../storage/check-ins/skip-check-in.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

export type SkippedCheckIn =
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly outcome: 'skipped' | 'answered' | 'closed'; readonly changed: ChangedCheckIn };

/**
 * Skips a check-in for the reason that is written, if any; one that is answered whole, has closed meanwhile or has
 * nothing left to ask stays as it is, and nothing is done for a reason that cannot be kept.
 */
export async function skipCheckIn(
  context: Context,
  target: OwnCheckIn & { readonly written: string },
): Promise<SkippedCheckIn> {
  const read = readTypedText(target.written, NOTE_LIMIT);
  if ('tooLong' in read) return { outcome: 'too-long', length: read.tooLong, limit: NOTE_LIMIT };
  const reason = read.text === '' ? undefined : read.text;
  const times = drawingTimes(context);
  const changed = await setSkipped(context.database.prisma, { ...target, reason }, times);
  if (changed === undefined) return { outcome: 'not-yours' };
  const stage = stageOfAnswers(changed.state.checkIn, times.now);
  return { outcome: stage === 'closed' || stage === 'answered' ? stage : 'skipped', changed };
}

/** Asks again what was skipped, and says which stage it is in; undefined where it is not this person's. */
export async function answerAfterAll(
  context: Context,
  target: OwnCheckIn,
): Promise<(ChangedCheckIn & { readonly stage: CheckInStage }) | undefined> {
  const changed = await setNotSkipped(context.database.prisma, target, drawingTimes(context));
  return changed && { ...changed, stage: stageOfAnswers(changed.state.checkIn, context.now()) };
}
