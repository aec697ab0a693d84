import { NOTICE_VERSION } from '../../src/domain/people/notice.ts';
import type { Database } from '../../src/storage/database.ts';

/** Members who have read the notice about their data: all of a workspace, or those of these Slack ids. */
export async function acknowledgeFor(
  { prisma }: Database,
  workspaceId: string,
  slackUserIds?: readonly string[],
): Promise<void> {
  const members = await prisma.member.findMany({
    where: { workspaceId, ...(slackUserIds === undefined ? {} : { slackUserId: { in: [...slackUserIds] } }) },
  });
  await prisma.noticeAcknowledgement.createMany({
    data: members.map(({ memberId, locale }) => ({
      workspaceId,
      memberId,
      version: NOTICE_VERSION,
      locale,
      acknowledgedAt: new Date('2026-01-01T00:00:00Z'),
    })),
    skipDuplicates: true,
  });
}
