import { Prisma } from '../generated/client.ts';

/**
 * The notices of one version that a member was due, as a condition on a delivery aliased `d`. The range is what the
 * index of keys serves, whatever the collation makes of `:`; the prefix is what counts.
 */
export function isNoticeOf(workspaceId: Prisma.Sql, memberId: Prisma.Sql, version: number): Prisma.Sql {
  const prefix = Prisma.sql`('notice:' || ${memberId} || ':' || ${version}::text || ':')`;
  return Prisma.sql`
    d.workspace_id = ${workspaceId} AND d.key BETWEEN ${prefix} AND ${prefix} || '9999' AND starts_with(d.key, ${prefix})`;
}
