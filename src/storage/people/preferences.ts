import type { Preference } from '../../domain/check-in/preference.ts';
import type { Queryable } from '../database.ts';

/** Makes a member's preference this one. */
export async function savePreference(
  tx: Queryable,
  workspaceId: string,
  memberId: string,
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
