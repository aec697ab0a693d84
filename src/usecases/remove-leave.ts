import { deleteLeave } from '../storage/people/leaves.ts';
import { type Asker, changeOwnTimes, type OwnChange } from './change-own-times.ts';
import type { Context } from './context.ts';

/** Takes a leave of the one who asks back; one that is not theirs, or not there any more, is `unknown`. */
export async function removeLeave(
  context: Context,
  { leaveId, ...asker }: Asker & { readonly leaveId: string },
): Promise<OwnChange<'unknown'>> {
  return await changeOwnTimes<'unknown', object>(context, asker, async (tx, { memberId }) =>
    (await deleteLeave(tx, asker.workspaceId, memberId, leaveId)) ? { done: {} } : { problem: 'unknown' },
  );
}
