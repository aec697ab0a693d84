import { type RecordedTap, recordRating as save, type Tap } from '../storage/check-ins/record-rating.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/** Saves one tap; see storage for what it promises. */
export async function recordRating(context: Context, tap: Tap): Promise<RecordedTap> {
  return await save(context.database.prisma, tap, {
    ratingId: context.newId(),
    reaffirmedId: context.newId(),
    ...drawingTimes(context),
  });
}
