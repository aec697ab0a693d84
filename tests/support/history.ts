import type { Rating } from '../../src/domain/check-in/rating.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import type { Shop } from './shop.ts';

/** Answers the items of somebody's check-in, first to last; those without a rating are left out. */
export async function answerCheckIn(
  shop: Shop,
  slackUserId: string,
  period: string,
  ratings: readonly (Rating | undefined)[],
): Promise<void> {
  const { checkIn } = await shop.checkInOf(slackUserId, period);
  for (const [position, answer] of ratings.entries()) {
    if (answer === undefined) continue;
    await recordRating(shop.context, {
      workspaceId: shop.workspaceId,
      slackUserId,
      checkInId: checkIn.checkInId,
      position,
      answer,
      actionTs: `${shop.context.now().getTime() / 1_000}.00000${position}`,
    });
  }
}
