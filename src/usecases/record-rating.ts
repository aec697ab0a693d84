import { type RecordedTap, recordRating as save, type Tap } from '../storage/check-ins/record-rating.ts';
import type { Context } from './context.ts';

/** Saves one tap; see storage for what it promises. */
export async function recordRating(context: Context, tap: Tap): Promise<RecordedTap> {
  return await save(context.database.prisma, tap, { now: context.now(), ratingId: context.newId() });
}
