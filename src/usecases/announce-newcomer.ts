import type { UserProfile } from '../domain/people/directory.ts';
import { insertNewcomerDeliveries } from '../storage/people/newcomers.ts';
import type { Context } from './context.ts';

/** At most this many administrators are told. */
const ADMINISTRATORS = 10;

/**
 * Tells the administrators that a person has joined the workspace, and nobody of bots, guests and people of other
 * organisations. Answers how many are told.
 */
export async function announceNewcomer(
  context: Context,
  workspaceId: string,
  { slackUserId, standing }: Pick<UserProfile, 'slackUserId' | 'standing'>,
): Promise<number> {
  if (standing !== 'person') return 0;
  return await context.database.prisma.$transaction(async (tx) => {
    const ids = Array.from({ length: ADMINISTRATORS }, context.newId);
    const told = await insertNewcomerDeliveries(tx, { workspaceId, slackUserId }, ids, context.now());
    if (told > 0) await context.wakeSender(tx, [workspaceId]);
    return told;
  });
}
