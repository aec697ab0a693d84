import type { Visibility } from '../../domain/check-in/visibility.ts';
import type { Queryable } from '../database.ts';
import { holdsOn, localDate } from '../people/holds-on.ts';

/** Something that a person shows for an indicator; who they are is Slack's word, the rest is their claim. */
export interface NewEvidence {
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly standardCode: string;
  readonly indicatorCode: string;
  /** `message`: the permalink of a message in Slack. */
  readonly kind: 'link' | 'message';
  /** An `http:` or `https:` address in ASCII. */
  readonly url: string;
  readonly title: string | undefined;
  readonly visibility: Visibility;
}

/**
 * Keeps evidence for an indicator that is the person's: of a standard they work to on this day where they are, or of a
 * check-in of theirs. The same address again gets the title and the visibility that were chosen last. False: the
 * indicator is not theirs, or they are no member.
 */
export async function keepEvidence(
  db: Queryable,
  evidence: NewEvidence,
  { evidenceId, now }: { readonly evidenceId: string; readonly now: Date },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO evidence AS e (workspace_id, evidence_id, member_id, standard_code, indicator_code, kind, url, title,
                               visibility, created_at, changed_at)
    SELECT m.workspace_id, ${evidenceId}::uuid, m.member_id, ${evidence.standardCode}, ${evidence.indicatorCode},
           ${evidence.kind}, ${evidence.url}, ${evidence.title ?? null}::text, ${evidence.visibility},
           ${now}::timestamptz, ${now}::timestamptz
      FROM member m
     WHERE m.workspace_id = ${evidence.workspaceId} AND m.slack_user_id = ${evidence.slackUserId} AND m.active
       AND (EXISTS (SELECT FROM assignment a
                     WHERE a.workspace_id = m.workspace_id AND a.member_id = m.member_id
                       AND a.standard_code = ${evidence.standardCode}
                       AND ${holdsOn('a', localDate('m', now))})
            OR EXISTS (SELECT FROM check_in c
                         JOIN check_in_item i ON i.workspace_id = c.workspace_id AND i.check_in_id = c.check_in_id
                        WHERE c.workspace_id = m.workspace_id AND c.member_id = m.member_id
                          AND i.standard_code = ${evidence.standardCode}
                          AND i.indicator_code = ${evidence.indicatorCode}))
    ON CONFLICT (workspace_id, member_id, standard_code, indicator_code, url) DO UPDATE
       SET title = EXCLUDED.title, visibility = EXCLUDED.visibility,
           changed_at = CASE WHEN (e.title, e.visibility) IS DISTINCT FROM (EXCLUDED.title, EXCLUDED.visibility)
                             THEN EXCLUDED.changed_at ELSE e.changed_at END
    RETURNING e.evidence_id`;
  return rows.length > 0;
}
