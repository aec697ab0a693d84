import { stageOfAnswers } from '../domain/check-in/check-in.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import {
  claimEndedReminders,
  type EndedReminder,
  markRetired,
} from '../storage/deliveries/retire-reminders.ts';
import type { Context } from './context.ts';

/** Longer than a tick may take with a batch: what it did not come to is claimed by the next one. */
const LEASE_MS = 60_000;
/** How many one statement claims. */
const BATCH = 10;

/** A batch of reminders whose check-in asks no more, of one check-in or of all. */
export async function claimEnded(
  { database, now, machineNow }: Context,
  target: { readonly workspaceId: string; readonly checkInId?: string },
): Promise<EndedReminder[]> {
  const machine = machineNow();
  const times = { now: now(), machineNow: machine, leaseUntil: new Date(machine.getTime() + LEASE_MS) };
  return await claimEndedReminders(database.prisma, target, BATCH, times);
}

/**
 * Ends the reminders of a check-in at once where it asks no more, in one statement before and one after; none where it
 * still asks. Whatever cannot be drawn the tick ends.
 */
export async function retireReminders(
  context: Context,
  { checkIn }: Pick<CheckInForMember, 'checkIn'>,
  draw: (reminder: EndedReminder) => Promise<void>,
): Promise<void> {
  const { workspaceId, checkInId } = checkIn;
  if (stageOfAnswers(checkIn, context.now()) === 'open') return;
  const ended = await claimEnded(context, { workspaceId, checkInId });
  const drawn = await Promise.allSettled(ended.map((reminder) => draw(reminder)));
  const retired = ended.filter((_reminder, index) => drawn[index]?.status === 'fulfilled');
  if (retired.length > 0) await recordRetired(context, workspaceId, retired);
  const refused = drawn.find((each) => each.status === 'rejected');
  if (refused !== undefined) throw refused.reason;
}

export async function recordRetired(
  { database, machineNow }: Context,
  workspaceId: string,
  retired: readonly Pick<EndedReminder, 'deliveryId'>[],
): Promise<void> {
  const deliveryIds = retired.map(({ deliveryId }) => deliveryId);
  await markRetired(database.prisma, workspaceId, deliveryIds, machineNow());
}
