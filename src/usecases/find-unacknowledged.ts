import { NOTICE_VERSION } from '../domain/people/notice.ts';
import { findUnacknowledged as find, type Unacknowledged } from '../storage/notices/find-unacknowledged.ts';
import type { Context } from './context.ts';

/** Who works to a standard and has not read the notice as it is now, those asked longest ago first. */
export async function findUnacknowledged(
  { database }: Context,
  workspaceId: string,
): Promise<readonly Unacknowledged[]> {
  return await find(database.prisma, workspaceId, NOTICE_VERSION);
}
