import { z } from 'zod';
import { LOCALES, type Locale } from '../../domain/people/locale.ts';
import type { Queryable } from '../database.ts';

/** What a member's notice says of their organisation, and whether they have read it. */
export interface NoticeForMember {
  readonly memberId: string;
  readonly recipient: { readonly slackUserId: string; readonly locale: Locale; readonly timeZone: string };
  readonly organisation: string;
  readonly contact: string | undefined;
  /** When they said that they have read the version asked for. */
  readonly acknowledgedAt: Date | undefined;
}

const noticeRow = z
  .object({
    member_id: z.string(),
    slack_user_id: z.string(),
    locale: z.enum(LOCALES),
    time_zone: z.string(),
    name: z.string(),
    contact: z.string().nullable(),
    acknowledged_at: z.date().nullable(),
  })
  .transform(
    (row): NoticeForMember => ({
      memberId: row.member_id,
      recipient: { slackUserId: row.slack_user_id, locale: row.locale, timeZone: row.time_zone },
      organisation: row.name,
      contact: row.contact ?? undefined,
      acknowledgedAt: row.acknowledged_at ?? undefined,
    }),
  );

/** The notices of these members in one statement; those who left are absent. */
export async function findNotices(
  db: Queryable,
  workspaceId: string,
  memberIds: readonly string[],
  version: number,
): Promise<NoticeForMember[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.member_id, m.slack_user_id, m.locale, m.time_zone, w.name, w.contact, a.acknowledged_at
      FROM member m
      JOIN workspace w ON w.workspace_id = m.workspace_id
      LEFT JOIN notice_acknowledgement a
        ON a.workspace_id = m.workspace_id AND a.member_id = m.member_id AND a.version = ${version}
     WHERE m.workspace_id = ${workspaceId} AND m.member_id = ANY(${[...memberIds]}::uuid[]) AND m.active`;
  return rows.map((row) => noticeRow.parse(row));
}
