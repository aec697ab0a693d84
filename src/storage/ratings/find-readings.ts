import { z } from 'zod';
import { type Rating, rating } from '../../domain/check-in/rating.ts';
import { VISIBILITIES, type Visibility } from '../../domain/check-in/visibility.ts';
import type { OwnCheckIn } from '../check-ins/change-own-check-in.ts';
import { CHECK_IN_COLUMNS, type CheckInForMember, parseCheckIn } from '../check-ins/check-in-rows.ts';
import type { Queryable } from '../database.ts';
import { epochMs, epochMsOf } from '../epoch-ms.ts';
import { Prisma } from '../generated/client.ts';
import { newestRevisions } from './newest-revisions.ts';

/** What a member answered on an indicator in one check-in, as it stands. */
export interface ItemReading {
  readonly rating: Rating;
  readonly at: Date;
}

/** What a member shows for an indicator. */
export interface ShownEvidence {
  readonly url: string;
  readonly title: string | undefined;
  readonly visibility: Visibility;
}

/** One item of a person's own check-in, with what they answered and showed for its indicator so far. */
export interface OwnItem {
  readonly state: CheckInForMember;
  /** Newest first, of this check-in too. */
  readonly readings: readonly ItemReading[];
  /** Newest first. */
  readonly evidence: readonly ShownEvidence[];
  /** When the check-in before this one that asked the indicator was made, answered or not; undefined: none did. */
  readonly shownBeforeAt: Date | undefined;
}

const READINGS = 5;
const EVIDENCE = 10;

const ownItemRow = z.looseObject({
  readings: z.array(z.object({ rating, at: epochMs })),
  evidence: z.array(
    z
      .object({ url: z.string(), title: z.string().nullable(), visibility: z.enum(VISIBILITIES) })
      .transform((row): ShownEvidence => ({ ...row, title: row.title ?? undefined })),
  ),
  shown_before_at: z.date().nullable(),
});

/**
 * The last readings of an item's indicator and the evidence for it, with the check-in, in one statement: for the
 * member whose check-in it is, and nobody else. Undefined: it is not this person's, or has no such item. An answer
 * that was taken back is no reading.
 */
export async function findReadings(
  db: Queryable,
  { workspaceId, slackUserId, checkInId, position }: OwnCheckIn & { readonly position: number },
): Promise<OwnItem | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${CHECK_IN_COLUMNS},
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'rating', CASE l.kind WHEN 'score' THEN to_jsonb(l.score) ELSE to_jsonb(l.kind) END,
                     'at', ${epochMsOf(Prisma.sql`l.answered_at`)})
                     ORDER BY l.answered_at DESC, l.action_ts DESC), '[]')
              FROM (SELECT *
                      FROM (${newestRevisions(Prisma.sql`
                             WHERE r.workspace_id = c.workspace_id AND r.member_id = c.member_id
                               AND r.standard_code = own.standard_code AND r.indicator_code = own.indicator_code`)}) newest
                     WHERE newest.kind <> 'taken-back'
                     ORDER BY newest.answered_at DESC, newest.action_ts DESC
                     LIMIT ${READINGS}) l) AS readings,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('url', l.url, 'title', l.title, 'visibility', l.visibility)
                     ORDER BY l.created_at DESC, l.evidence_id DESC), '[]')
              FROM (SELECT e.*
                      FROM evidence e
                     WHERE e.workspace_id = c.workspace_id AND e.member_id = c.member_id
                       AND e.standard_code = own.standard_code AND e.indicator_code = own.indicator_code
                     ORDER BY e.created_at DESC, e.evidence_id DESC
                     LIMIT ${EVIDENCE}) l) AS evidence,
           (SELECT max(b.created_at)
              FROM check_in b
              JOIN check_in_item i ON i.workspace_id = b.workspace_id AND i.check_in_id = b.check_in_id
                                  AND i.standard_code = own.standard_code AND i.indicator_code = own.indicator_code
             WHERE b.workspace_id = c.workspace_id AND b.member_id = c.member_id
               AND b.created_at < c.created_at) AS shown_before_at
      FROM check_in c
      JOIN member m ON m.workspace_id = c.workspace_id AND m.member_id = c.member_id AND m.active
      JOIN check_in_item own ON own.workspace_id = c.workspace_id AND own.check_in_id = c.check_in_id
                            AND own.position = ${position}
     WHERE c.workspace_id = ${workspaceId} AND c.check_in_id = ${checkInId}::uuid
       AND m.slack_user_id = ${slackUserId}`;
  const [row] = rows;
  return row === undefined ? undefined : { state: parseCheckIn(row), ...pickOwn(row) };
}

function pickOwn(row: unknown): Omit<OwnItem, 'state'> {
  const { readings, evidence, shown_before_at } = ownItemRow.parse(row);
  return { readings, evidence, shownBeforeAt: shown_before_at ?? undefined };
}
