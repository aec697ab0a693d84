import type { Queryable } from '../database.ts';

/** What becomes of a reminder that was claimed. */
export interface SettledReminder {
  readonly workspaceId: string;
  readonly checkInId: string;
  readonly memberId: string;
  /** When it was due: makes its delivery's key unique. */
  readonly remindAt: Date;
  /** The member asked for it. */
  readonly asked: boolean;
  /** The delivery that is queued for it; undefined when it does not go out now. */
  readonly deliveryId: string | undefined;
  /** When the next one, or this one put off, is due; undefined: none. */
  readonly nextAt: Date | undefined;
  /** Whether the member asked for the one at `nextAt`. */
  readonly nextAsked: boolean;
  /** How many have come unasked by now. */
  readonly sentUnasked: number;
}

/**
 * Sets when each check-in reminds next and queues the reminders that go out, in one statement. A reminder that was
 * asked for is promised in the check-in's message: what becomes of it changes what is to be drawn there. One that waits
 * still says the same as a newer one of its check-in and is cancelled, unless a sender is at it just now; where it was
 * asked for, the newer one is in its place.
 */
export async function settleReminders(
  tx: Queryable,
  reminders: readonly SettledReminder[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT g.*, 'reminder:' || "checkInId" || ':' || extract(epoch FROM "remindAt")::bigint AS key
        FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb)
        AS g("workspaceId" text, "checkInId" uuid, "memberId" uuid, "remindAt" timestamptz, asked boolean,
             "deliveryId" uuid, "nextAt" timestamptz, "nextAsked" boolean, "sentUnasked" smallint)
    ), moved AS (
      UPDATE check_in c
         SET remind_at = g."nextAt", remind_asked = g."nextAsked", reminders_sent = g."sentUnasked",
             version = c.version + CASE WHEN c.remind_asked THEN 1 ELSE 0 END
        FROM given g
       WHERE c.workspace_id = g."workspaceId" AND c.check_in_id = g."checkInId"
    ), earlier AS (
      SELECT d.workspace_id, d.delivery_id
        FROM given g
        JOIN delivery d ON d.workspace_id = g."workspaceId" AND d.subject_id = g."checkInId" AND d.key <> g.key
       WHERE g."deliveryId" IS NOT NULL AND d.kind = 'check-in-reminder' AND d.state = 'queued'
         FOR UPDATE OF d SKIP LOCKED
    ), superfluous AS (
      UPDATE delivery d SET state = 'cancelled', reason = 'newer-reminder'
        FROM earlier e
       WHERE d.workspace_id = e.workspace_id AND d.delivery_id = e.delivery_id
      RETURNING d.workspace_id, d.subject_id, d.asked
    )
    INSERT INTO delivery (workspace_id, delivery_id, key, kind, member_id, subject_id, state, created_at, available_at,
                          asked)
    SELECT "workspaceId", "deliveryId", key, 'check-in-reminder', "memberId", "checkInId", 'queued',
           ${now}::timestamptz, 'epoch',
           asked OR EXISTS (SELECT FROM superfluous s
                             WHERE s.workspace_id = "workspaceId" AND s.subject_id = "checkInId" AND s.asked)
      FROM given
     WHERE "deliveryId" IS NOT NULL
    ON CONFLICT (workspace_id, key) DO NOTHING`;
}
