import { max } from 'date-fns';
import { nextReminderAt, sendReminderAt } from '../domain/check-in/reminders.ts';
import type { Timetable } from '../domain/check-in/sending-windows.ts';
import { type ClaimedReminder, claimReminders } from '../storage/check-ins/claim-reminders.ts';
import { type SettledReminder, settleReminders } from '../storage/check-ins/settle-reminders.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';

/** How many one transaction serves: its length is bounded, its statements do not grow with it. */
const BATCH = 500;

/**
 * Queues the private reminders that are due, batch by batch, each in one transaction: claim, queue, set when the next
 * one comes, wake the sender. Answers how many were queued.
 */
export async function planReminders(context: Context): Promise<number> {
  let total = 0;
  for (;;) {
    const { claimed, queued } = await serveBatch(context);
    total += queued;
    if (claimed < BATCH) return total;
  }
}

async function serveBatch(context: Context): Promise<{ claimed: number; queued: number }> {
  return await context.database.prisma.$transaction(async (tx) => {
    const now = context.now();
    const claimed = await claimReminders(tx, now, BATCH);
    if (claimed.length === 0) return { claimed: 0, queued: 0 };
    const calendarAt = await context.calendars.read(tx, claimed);
    const settled = claimed.map((reminder) =>
      settle(reminder, timetableOf(calendarAt, reminder), now, context.newId),
    );
    await settleReminders(tx, settled, now);
    const queued = settled.filter(({ deliveryId }) => deliveryId !== undefined);
    if (queued.length > 0) {
      await context.wakeSender(tx, [...new Set(queued.map(({ workspaceId }) => workspaceId))]);
    }
    return { claimed: claimed.length, queued: queued.length };
  });
}

/** One that was asked for is none of those that come unasked, and took the place of the next. */
function settle(
  reminder: ClaimedReminder,
  timetable: Timetable,
  now: Date,
  newId: () => string,
): SettledReminder {
  const { workspaceId, checkInId, memberId, remindAt, closesAt, asked } = reminder;
  const sendAt = whenToSend(reminder, timetable, now);
  const which = { workspaceId, checkInId, memberId, remindAt, asked };
  if (sendAt === undefined || sendAt > now) {
    const { sentUnasked } = reminder;
    return {
      ...which,
      deliveryId: undefined,
      nextAt: sendAt,
      nextAsked: asked && sendAt !== undefined,
      sentUnasked,
    };
  }
  const sentUnasked = reminder.sentUnasked + (asked ? 0 : 1);
  const isLast = sentUnasked >= reminder.schedule.reminders;
  return {
    ...which,
    deliveryId: newId(),
    nextAt: isLast ? undefined : nextReminderAt(timetable, now, closesAt),
    nextAsked: false,
    sentUnasked,
  };
}

/**
 * Undefined: not at all. One that comes unasked is not wanted where the schedule has fewer by now, and comes a working
 * day after the check-in's own message at the earliest, whenever that goes out.
 */
function whenToSend(reminder: ClaimedReminder, timetable: Timetable, now: Date): Date | undefined {
  const { asked, isWanted, isSent, reachedAt, heldUntil, sentUnasked, schedule, closesAt } = reminder;
  if (!isWanted || (!asked && sentUnasked >= schedule.reminders)) return undefined;
  if (asked) return sendReminderAt(reminder, timetable, now);
  const askedAt = isSent ? reachedAt : max([now, heldUntil ?? now]);
  if (askedAt === undefined) return sendReminderAt(reminder, timetable, now);
  const earliest = nextReminderAt(timetable, askedAt, closesAt);
  return earliest === undefined || earliest > now ? earliest : sendReminderAt(reminder, timetable, now);
}
