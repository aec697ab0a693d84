import { z } from 'zod';
import type { IndicatorKey } from '../../domain/check-in/choose-indicators.ts';
import type { Queryable } from '../database.ts';
import { holdsOn, localDate } from '../people/holds-on.ts';

/** What a member may show evidence for. */
export interface OwnIndicators {
  /** The standards they work to, first assigned first. */
  readonly standardCodes: readonly string[];
  /** The items of their check-ins that are open, newest check-in first. */
  readonly open: readonly IndicatorKey[];
}

const ownIndicatorsRow = z
  .object({
    standards: z.array(z.string()),
    open: z.array(z.object({ standardCode: z.string(), indicatorCode: z.string() })),
  })
  .transform((row): OwnIndicators => ({ standardCodes: row.standards, open: row.open }));

/** For an active member, as of the day where they are; undefined for anybody else. */
export async function findOwnIndicators(
  db: Queryable,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  now: Date,
): Promise<OwnIndicators | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT (SELECT coalesce(jsonb_agg(a.standard_code ORDER BY a.from_date, a.standard_code), '[]')
              FROM assignment a
             WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id
               AND ${holdsOn('a', localDate('m', now))}) AS standards,
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'standardCode', i.standard_code, 'indicatorCode', i.indicator_code)
                     ORDER BY c.created_at DESC, i.position), '[]')
              FROM check_in c
              JOIN check_in_item i ON i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
             WHERE c.workspace_id = m.workspace_id AND c.member_id = m.member_id
               AND c.closes_at > ${now}::timestamptz) AS open
      FROM member m
     WHERE m.workspace_id = ${who.workspaceId} AND m.slack_user_id = ${who.slackUserId} AND m.active`;
  return rows.map((row) => ownIndicatorsRow.parse(row))[0];
}
