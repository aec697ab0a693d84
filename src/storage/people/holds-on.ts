import { Prisma } from '../generated/client.ts';

/** Whether a row of this alias with `from_date` and `until_date`, as of an assignment, holds on a `day`. */
export function holdsOn(alias: 'a' | 's', day: Prisma.Sql): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`${row}.from_date <= ${day} AND (${row}.until_date IS NULL OR ${row}.until_date > ${day})`;
}
