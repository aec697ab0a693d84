import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { type ChangedCheckIn, changeOwnCheckIn, type OwnCheckIn } from './change-own-check-in.ts';
import { somethingLeft } from './check-in-rows.ts';
import type { DrawingTimes } from './drawing.ts';

/** Skips a check-in that has something left to answer, and reminds of it no more; see `changeOwnCheckIn`. */
export async function setSkipped(
  db: Queryable,
  target: OwnCheckIn & { readonly reason: string | undefined },
  times: DrawingTimes,
): Promise<ChangedCheckIn | undefined> {
  const ifLeft = (value: Prisma.Sql, otherwise: Prisma.Sql) =>
    Prisma.sql`CASE WHEN ${somethingLeft('k')} THEN ${value} ELSE ${otherwise} END`;
  return await changeOwnCheckIn(db, target, times, {
    skipped_at: ifLeft(Prisma.sql`${times.now}::timestamptz`, Prisma.sql`k.skipped_at`),
    skip_reason: ifLeft(Prisma.sql`${target.reason ?? null}::text`, Prisma.sql`k.skip_reason`),
    remind_at: Prisma.sql`NULL`,
    remind_asked: Prisma.sql`false`,
  });
}

/** Asks again what was skipped; see `changeOwnCheckIn`. */
export async function setNotSkipped(
  db: Queryable,
  target: OwnCheckIn,
  times: DrawingTimes,
): Promise<ChangedCheckIn | undefined> {
  return await changeOwnCheckIn(db, target, times, {
    skipped_at: Prisma.sql`NULL`,
    skip_reason: Prisma.sql`NULL`,
  });
}
