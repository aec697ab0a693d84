import type { Queryable } from '../database.ts';
import { holdsOn } from '../people/holds-on.ts';
import { ITS_SUNDAY } from './check-in-rows.ts';

/**
 * The messages of open check-ins are to be drawn again: those of these members, and those that name one of these
 * supervisors; one statement.
 */
export async function owePicturesForPeople(
  tx: Queryable,
  workspaceId: string,
  {
    memberIds,
    supervisorIds,
  }: { readonly memberIds: readonly string[]; readonly supervisorIds: readonly string[] },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE check_in c SET version = c.version + 1
     WHERE c.workspace_id = ${workspaceId} AND c.closes_at > ${now}::timestamptz
       AND (c.member_id = ANY(${[...memberIds]}::uuid[])
            OR EXISTS (SELECT FROM supervision s
                        WHERE s.workspace_id = c.workspace_id AND s.member_id = c.member_id
                          AND s.supervisor_id = ANY(${[...supervisorIds]}::uuid[]) AND ${holdsOn('s', ITS_SUNDAY)}))`;
}
