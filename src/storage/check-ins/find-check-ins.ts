import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from './check-in-rows.ts';

/** The check-ins of these ids in a workspace, as they are now; those of members who left are absent. */
export async function findCheckIns(
  db: Queryable,
  workspaceId: string,
  checkInIds: readonly string[],
): Promise<CheckInForMember[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${CHECK_IN_COLUMNS}
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id AND m.active
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = ANY(${[...checkInIds]}::uuid[])`;
  return rows.map(parseCheckIn);
}

/** All check-ins of a period in a workspace, as they are now. */
export async function findCheckInsOfPeriod(
  db: Queryable,
  workspaceId: string,
  period: string,
): Promise<CheckInForMember[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${CHECK_IN_COLUMNS}
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id AND m.active
     WHERE c.workspace_id = ${workspaceId} AND c.period = ${period}
     ORDER BY m.slack_user_id`;
  return rows.map(parseCheckIn);
}

const createdRow = z.looseObject({ created_at: z.date() });

/** The check-ins of a workspace that can be answered at `now` and never were, not even to take an answer back. */
export async function findUntouchedCheckIns(
  db: Queryable,
  workspaceId: string,
  now: Date,
): Promise<(CheckInForMember & { readonly createdAt: Date })[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT c.created_at, ${CHECK_IN_COLUMNS}
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id AND m.active
     WHERE c.workspace_id = ${workspaceId} AND c.closes_at > ${now}::timestamptz AND c.answers = '{}'::jsonb
     ORDER BY m.slack_user_id`;
  return rows.map((row) => ({ ...parseCheckIn(row), createdAt: createdRow.parse(row).created_at }));
}
