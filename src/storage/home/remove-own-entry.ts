import { z } from 'zod';
import type { IndicatorKey } from '../../domain/check-in/choose-indicators.ts';
import type { Queryable } from '../database.ts';

/** Something that a person wrote or showed, and who says that it is theirs. */
export interface OwnEntry {
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly id: string;
}

/** The check-in that a person's own note stands in; undefined where the note is not theirs. */
export async function findCheckInOfNote(
  db: Queryable,
  { workspaceId, slackUserId, id }: OwnEntry,
): Promise<string | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT n.check_in_id
      FROM note n
      JOIN member m ON m.workspace_id = n.workspace_id AND m.member_id = n.member_id AND m.active
     WHERE n.workspace_id = ${workspaceId} AND n.note_id = ${id}::uuid AND m.slack_user_id = ${slackUserId}`;
  return z.array(z.object({ check_in_id: z.string() })).parse(rows)[0]?.check_in_id;
}

/**
 * Deletes a note for its member alone; false where there is none of theirs. The lock of its check-in is the caller's
 * (`lockOwnCheckIn`): whoever saves a note takes that first as well, and neither ever has what the other waits for.
 */
export async function deleteNote(
  tx: Queryable,
  { workspaceId, slackUserId, id }: OwnEntry,
): Promise<boolean> {
  const deleted = await tx.$executeRaw`
    DELETE FROM note n
     USING member m
     WHERE n.workspace_id = ${workspaceId} AND n.note_id = ${id}::uuid
       AND m.workspace_id = n.workspace_id AND m.member_id = n.member_id
       AND m.slack_user_id = ${slackUserId} AND m.active`;
  return deleted > 0;
}

/** Deletes a piece of evidence for its member alone; answers the indicator it was for, undefined where it is not theirs. */
export async function deleteEvidence(
  db: Queryable,
  { workspaceId, slackUserId, id }: OwnEntry,
): Promise<IndicatorKey | undefined> {
  const rows = await db.$queryRaw<unknown[]>`
    DELETE FROM evidence e
     USING member m
     WHERE e.workspace_id = ${workspaceId} AND e.evidence_id = ${id}::uuid
       AND m.workspace_id = e.workspace_id AND m.member_id = e.member_id
       AND m.slack_user_id = ${slackUserId} AND m.active
    RETURNING e.standard_code, e.indicator_code`;
  const [row] = z.array(z.object({ standard_code: z.string(), indicator_code: z.string() })).parse(rows);
  return row && { standardCode: row.standard_code, indicatorCode: row.indicator_code };
}
