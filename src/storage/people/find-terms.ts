import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { Prisma } from '../generated/client.ts';
import { type MemberTerms, parseTerms, preferenceJoin, termsColumns, termsRow } from './member-terms.ts';
import { scheduleColumns } from './schedule-rows.ts';

const memberRow = termsRow.extend({ member_id: z.string() });

/** What decides when something may come to these members at `now`. */
export async function findTerms(
  db: Queryable,
  workspaceId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<(MemberTerms & { readonly memberId: string })[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.member_id, ${scheduleColumns}, ${termsColumns(Prisma.sql`${now}::timestamptz`)}
      FROM member m
      JOIN schedule s ON s.workspace_id = m.workspace_id
      ${preferenceJoin}
     WHERE m.workspace_id = ${workspaceId} AND m.member_id = ANY(${[...memberIds]}::uuid[])`;
  return rows.map((raw) => {
    const row = memberRow.parse(raw);
    return { ...parseTerms(row), memberId: row.member_id };
  });
}
