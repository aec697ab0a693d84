import { wakeAt } from '../domain/check-in/check-in-times.ts';
import { periodOf } from '../domain/check-in/period.ts';
import { comingCheckInAt } from '../domain/check-in/plan-check-in.ts';
import { openCheckInWindow, type Timetable } from '../domain/check-in/sending-windows.ts';
import { NOTICE_VERSION } from '../domain/people/notice.ts';
import type { Queryable } from '../storage/database.ts';
import { insertAcknowledgement, type NoticeReader } from '../storage/notices/acknowledge-notice.ts';
import { findNotices, type NoticeForMember } from '../storage/notices/find-notices.ts';
import { lockNextCheckIn } from '../storage/people/due-members.ts';
import { setNextDue } from '../storage/people/next-due.ts';
import type { Context } from './context.ts';
import { timetableOf } from './due-batches.ts';
import { planCheckIns } from './plan-check-ins.ts';

/** What becomes of a member's check-ins once they have read the notice: one comes now, or the next at a time. */
type ComesNext = 'now' | Date | undefined;

type Acknowledged =
  /** The notice as it is now: still to be read where it was an earlier version of it that they have read. */
  | { readonly outcome: 'own'; readonly notice: NoticeForMember; readonly comes: ComesNext }
  | { readonly outcome: 'not-yours' };

/**
 * Notes that a member has read the notice, and makes the check-in that waited for it where its period still has an
 * hour for it. Once is enough: the same again changes nothing.
 */
export async function acknowledgeNotice(
  context: Context,
  { version, ...reader }: NoticeReader & { readonly version: number },
): Promise<Acknowledged> {
  const { comes, notice } = await context.database.prisma.$transaction(async (tx) => {
    const next = version === NOTICE_VERSION ? await noteRead(context, tx, reader) : undefined;
    const [found] = await findNotices(tx, reader.workspaceId, [reader.memberId], NOTICE_VERSION);
    return { comes: next, notice: found };
  });
  if (comes === 'now') await makeDue(context);
  if (notice?.recipient.slackUserId !== reader.slackUserId) return { outcome: 'not-yours' };
  return { outcome: 'own', notice, comes };
}

/** Nobody waits for the next tick; where it fails that makes them, and what was read stays read. */
async function makeDue(context: Context): Promise<void> {
  try {
    await planCheckIns(context);
  } catch (error) {
    context.log.error(
      { err: error },
      'check-ins that are due could not be made at once; the tick makes them',
    );
  }
}

async function noteRead(context: Context, tx: Queryable, reader: NoticeReader): Promise<ComesNext> {
  const isNew = await insertAcknowledgement(tx, reader, NOTICE_VERSION, context.now());
  return await planFirst(context, tx, reader, isNew);
}

/** Makes the check-in of the period due that has passed its time while the notice stood in its way. */
async function planFirst(
  context: Context,
  tx: Queryable,
  reader: NoticeReader,
  isNew: boolean,
): Promise<ComesNext> {
  const now = context.now();
  const member = await lockNextCheckIn(tx, reader, now);
  if (member === undefined) return undefined;
  const timetable = timetableOf(await context.calendars.read(tx, [member]), member);
  // Of two taps at once the second may hold the lock while the first wants to make what is due: then it makes it.
  const heldUp = isNew || member.nextAt <= now ? heldUpCheckIn(timetable, now, member.openUntil) : undefined;
  if (heldUp === undefined) return comingCheckInAt(timetable, member.nextAt, now, member.openUntil);
  const { workspaceId, memberId } = member;
  await setNextDue(tx, [{ workspaceId, memberId, kind: 'check-in', nextAt: heldUp.dueAt }]);
  return heldUp.comesAt <= now ? 'now' : heldUp.comesAt;
}

/** The check-in of the period, where its time has passed and an hour is left in which it may still be sent. */
function heldUpCheckIn(
  timetable: Timetable,
  now: Date,
  openUntil: Date | undefined,
): { dueAt: Date; comesAt: Date } | undefined {
  const period = periodOf(now, timetable.timeZone);
  const dueAt = wakeAt(period, timetable);
  const window = openCheckInWindow(period, timetable, now, openUntil);
  return window === undefined || dueAt > now ? undefined : { dueAt, comesAt: window.from };
}
