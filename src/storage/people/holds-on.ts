import { Prisma } from '../generated/client.ts';

/** Whether a row of this alias with `from_date` and `until_date`, as of an assignment, holds on a `day`. */
export function holdsOn(alias: 'a' | 's', day: Prisma.Sql): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`${row}.from_date <= ${day} AND (${row}.until_date IS NULL OR ${row}.until_date > ${day})`;
}

/** The day on the wall of a member of this alias at business time `now`. */
export function localDate(alias: 'm' | 'o', now: Date): Prisma.Sql {
  return Prisma.sql`(${now}::timestamptz AT TIME ZONE ${Prisma.raw(alias)}.time_zone)::date`;
}
