import { Prisma } from '../generated/client.ts';

/**
 * The newest revision of every item, of the ratings `r` that `which` leaves (joins, and a WHERE): what is said of it by
 * then. An answer that was taken back is among them, and counts for nothing.
 */
export const newestRevisions = (which: Prisma.Sql) => Prisma.sql`
  SELECT DISTINCT ON (r.workspace_id, r.check_in_id, r.position) r.*
    FROM rating r
    ${which}
   ORDER BY r.workspace_id, r.check_in_id, r.position, r.action_ts DESC`;
