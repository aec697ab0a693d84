import type { IndicatorKey } from '../../domain/check-in/choose-indicators.ts';
import type { Queryable } from '../database.ts';

/** Makes these the member's focus indicators, in one statement; one that stays keeps when it was set. */
export async function replaceFocus(
  tx: Queryable,
  { workspaceId, memberId }: { readonly workspaceId: string; readonly memberId: string },
  focus: readonly IndicatorKey[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(focus)}::jsonb)
        AS g("standardCode" text, "indicatorCode" text)
    ), gone AS (
      DELETE FROM focus f
       WHERE f.workspace_id = ${workspaceId} AND f.member_id = ${memberId}::uuid
         AND NOT EXISTS (SELECT FROM given g
                          WHERE g."standardCode" = f.standard_code AND g."indicatorCode" = f.indicator_code)
    )
    INSERT INTO focus (workspace_id, member_id, standard_code, indicator_code, set_at)
    SELECT ${workspaceId}, ${memberId}::uuid, "standardCode", "indicatorCode", ${now}::timestamptz FROM given
    ON CONFLICT (workspace_id, member_id, standard_code, indicator_code) DO NOTHING`;
}
