import type { Rating } from '../../src/domain/check-in/rating.ts';
import { NOTICE_VERSION } from '../../src/domain/people/notice.ts';
import { recordRating } from '../../src/usecases/record-rating.ts';
import type { Shop } from './shop.ts';

/** Everybody of the shop has read the notice about their data. */
export async function acknowledgeAll({ context, workspaceId }: Shop): Promise<void> {
  const { prisma } = context.database;
  const members = await prisma.member.findMany({ where: { workspaceId } });
  await prisma.noticeAcknowledgement.createMany({
    data: members.map(({ memberId }) => ({
      workspaceId,
      memberId,
      version: NOTICE_VERSION,
      locale: 'zh-TW',
      acknowledgedAt: context.now(),
    })),
    skipDuplicates: true,
  });
}

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
