import { z } from 'zod';
import type { DueReminder } from '../../domain/check-in/reminders.ts';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import {
  type MemberTerms,
  parseTerms,
  preferenceJoin,
  termsColumns,
  termsRow,
} from '../people/member-terms.ts';
import { scheduleColumns } from '../people/schedule-rows.ts';
import { somethingLeft } from './check-in-rows.ts';

/** A reminder that has fallen due, with what decides when it goes out and when the next one comes. */
export interface ClaimedReminder extends DueReminder, MemberTerms {
  readonly checkInId: string;
  readonly memberId: string;
  /** How many have come unasked so far. */
  readonly sentUnasked: number;
  /** There is something to remind of: something is unanswered, not skipped, and the member is here. */
  readonly isWanted: boolean;
  /** The check-in's own message has gone out. */
  readonly isSent: boolean;
  /** When it went out; undefined also where that is not known. */
  readonly reachedAt: Date | undefined;
  /** Until when that message waits for somebody who is away; undefined: it does not. */
  readonly heldUntil: Date | undefined;
}

const claimedRow = termsRow
  .extend({
    check_in_id: z.string(),
    member_id: z.string(),
    remind_at: z.date(),
    remind_asked: z.boolean(),
    reminders_sent: z.int(),
    closes_at: z.date(),
    is_wanted: z.boolean(),
    is_sent: z.boolean(),
    reached_at: z.date().nullable(),
    held_until: z.date().nullable(),
  })
  .transform(
    (row): ClaimedReminder => ({
      ...parseTerms(row),
      checkInId: row.check_in_id,
      memberId: row.member_id,
      remindAt: row.remind_at,
      asked: row.remind_asked,
      sentUnasked: row.reminders_sent,
      closesAt: row.closes_at,
      isWanted: row.is_wanted,
      isSent: row.is_sent,
      reachedAt: row.reached_at ?? undefined,
      heldUntil: row.held_until ?? undefined,
    }),
  );

/**
 * Claims up to `limit` reminders that are due at `now`, for the transaction that asks; other processes skip them. Those
 * that nobody wants any more are among them: they are to be put away.
 */
export async function claimReminders(tx: Queryable, now: Date, limit: number): Promise<ClaimedReminder[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT c.check_in_id, c.member_id, c.remind_at, c.remind_asked, c.reminders_sent, c.closes_at,
           m.active AND c.skipped_at IS NULL AND ${somethingLeft('c')} AS is_wanted,
           d.state IS NOT DISTINCT FROM 'sent' AS is_sent, d.reached_at, d.held_until, ${scheduleColumns},
           ${termsColumns(Prisma.sql`${now}::timestamptz`)}
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id
      JOIN schedule s ON s.workspace_id = c.workspace_id
      LEFT JOIN delivery d ON d.workspace_id = c.workspace_id AND d.key = 'check-in:' || c.check_in_id
      ${preferenceJoin}
     WHERE c.remind_at <= ${now}::timestamptz
     ORDER BY c.remind_at, c.check_in_id
     LIMIT ${limit}
       FOR UPDATE OF c SKIP LOCKED`;
  return rows.map((row) => claimedRow.parse(row));
}
