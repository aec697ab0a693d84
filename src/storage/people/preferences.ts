import type { Preference, WorkDays } from '../../domain/check-in/preference.ts';
import type { Queryable } from '../database.ts';

interface MemberKey {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Makes a member's preference this one. */
export async function savePreference(
  tx: Queryable,
  { workspaceId, memberId }: MemberKey,
  { weekday, time, restDays, worksHolidays }: Preference,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO member_preference (workspace_id, member_id, check_in_weekday, check_in_time, rest_days, works_holidays)
    VALUES (${workspaceId}, ${memberId}::uuid, ${weekday ?? null}::smallint, ${time ?? null},
            ${[...restDays]}::smallint[], ${worksHolidays ?? null}::boolean)
    ON CONFLICT (workspace_id, member_id) DO UPDATE
       SET check_in_weekday = excluded.check_in_weekday, check_in_time = excluded.check_in_time,
           rest_days = excluded.rest_days, works_holidays = excluded.works_holidays`;
}

/** Makes these the days on which a member works; when they are asked stays as they have set it. */
export async function saveWorkDays(
  tx: Queryable,
  { workspaceId, memberId }: MemberKey,
  { restDays, worksHolidays }: WorkDays,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO member_preference (workspace_id, member_id, rest_days, works_holidays)
    VALUES (${workspaceId}, ${memberId}::uuid, ${[...restDays]}::smallint[], ${worksHolidays ?? null}::boolean)
    ON CONFLICT (workspace_id, member_id) DO UPDATE
       SET rest_days = excluded.rest_days, works_holidays = excluded.works_holidays`;
}
