import { movedReminderAt } from '../domain/check-in/reminders.ts';
import { findRemindersToCome } from '../storage/check-ins/find-reminders-to-come.ts';
import { setReminders } from '../storage/check-ins/set-reminders.ts';
import type { Queryable } from '../storage/database.ts';
import type { ChangedProfile } from './redraw-for-people.ts';

/** The reminders of whoever is in another zone now come at the same hour there. Two statements at most. */
export async function moveReminders(
  tx: Queryable,
  workspaceId: string,
  profiles: readonly ChangedProfile[],
  now: Date,
): Promise<void> {
  const zonesOf = new Map(
    profiles
      .filter(({ before, after }) => before.timeZone !== after.timeZone)
      .map(({ memberId, before, after }) => [memberId, { before: before.timeZone, after: after.timeZone }]),
  );
  if (zonesOf.size === 0) return;
  const reminders = await findRemindersToCome(tx, workspaceId, [...zonesOf.keys()], now);
  const moved = reminders.flatMap(({ checkInId, memberId, ...reminder }) => {
    const zones = zonesOf.get(memberId);
    if (zones === undefined) return [];
    const remindAt = movedReminderAt(reminder, zones, now);
    return [{ checkInId, remindAt, asked: reminder.asked && remindAt !== undefined }];
  });
  if (moved.length > 0) await setReminders(tx, workspaceId, moved);
}
