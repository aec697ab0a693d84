import type { Queryable } from '../database.ts';

/** Who says that they have read which notice. */
export interface NoticeReader {
  readonly workspaceId: string;
  readonly slackUserId: string;
  /** Whose notice it is, as its button says: it counts only where this is the tapper. */
  readonly memberId: string;
}

/** Notes, once, that an active member has read a version of their notice; answers whether it was this call that did. */
export async function insertAcknowledgement(
  db: Queryable,
  { workspaceId, slackUserId, memberId }: NoticeReader,
  version: number,
  now: Date,
): Promise<boolean> {
  const noted = await db.$executeRaw`
    INSERT INTO notice_acknowledgement (workspace_id, member_id, version, locale, acknowledged_at)
    SELECT m.workspace_id, m.member_id, ${version}, m.locale, ${now}::timestamptz
      FROM member m
     WHERE m.workspace_id = ${workspaceId} AND m.member_id = ${memberId}::uuid
       AND m.slack_user_id = ${slackUserId} AND m.active
    ON CONFLICT (workspace_id, member_id, version) DO NOTHING`;
  return noted === 1;
}
