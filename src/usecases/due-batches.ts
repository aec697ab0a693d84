import { nextOccurrence } from '../domain/check-in/schedule.ts';
import type { Queryable } from '../storage/database.ts';
import { claimDueMembers, type DueKind, type DueMember, setNextDue } from '../storage/people/due-members.ts';
import type { Context } from './context.ts';

/** How many members one transaction serves: its length is bounded, its statements do not grow with it. */
const BATCH = 500;

/** Creates what is due to a batch of members, with its deliveries; answers how many it created. */
export type CreateForBatch = (tx: Queryable, members: readonly DueMember[], now: Date) => Promise<number>;

/**
 * Serves everybody to whom `kind` is due, batch by batch, each in one transaction: claim, create, move on to the
 * next time, wake the sender. Answers how many were created.
 */
export async function serveDueMembers(
  context: Context,
  kind: DueKind,
  create: CreateForBatch,
): Promise<number> {
  let total = 0;
  for (;;) {
    const { claimed, created } = await context.database.prisma.$transaction((tx) =>
      serveBatch(context, tx, kind, create),
    );
    total += created;
    if (claimed < BATCH) return total;
  }
}

async function serveBatch(
  context: Context,
  tx: Queryable,
  kind: DueKind,
  create: CreateForBatch,
): Promise<{ claimed: number; created: number }> {
  const now = context.now();
  const members = await claimDueMembers(tx, kind, now, BATCH);
  if (members.length === 0) return { claimed: 0, created: 0 };
  const created = await create(tx, members, now);
  await setNextDue(
    tx,
    members.map(({ workspaceId, memberId, timeZone, schedule }) => ({
      workspaceId,
      memberId,
      kind,
      nextAt: nextOccurrence(kind === 'digest' ? schedule.digest : schedule.checkIn, timeZone, now),
    })),
  );
  if (created > 0) {
    await context.wakeSender(tx, [...new Set(members.map(({ workspaceId }) => workspaceId))]);
  }
  return { claimed: members.length, created };
}
