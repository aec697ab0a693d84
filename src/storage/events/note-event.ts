import type { Queryable } from '../database.ts';

/** Notes an event that Slack delivered; false when it was noted before, by whichever process. */
export async function noteEvent(
  db: Queryable,
  event: { workspaceId: string; eventId: string },
  machineNow: Date,
): Promise<boolean> {
  const noted = await db.$executeRaw`
    INSERT INTO seen_event (workspace_id, event_id, seen_at)
    VALUES (${event.workspaceId}, ${event.eventId}, ${machineNow}::timestamptz)
    ON CONFLICT (workspace_id, event_id) DO NOTHING`;
  return noted === 1;
}

/** Forgets events that Slack will not deliver again. Answers how many. */
export async function forgetEvents(db: Queryable, seenBefore: Date): Promise<number> {
  return await db.$executeRaw`DELETE FROM seen_event WHERE seen_at < ${seenBefore}::timestamptz`;
}
