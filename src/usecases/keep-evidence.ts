import type { IndicatorKey } from '../domain/check-in/choose-indicators.ts';
import { LINK_LIMIT, type LinkProblem, readLink } from '../domain/check-in/evidence-link.ts';
import { readTypedLine, TITLE_LIMIT } from '../domain/check-in/note-text.ts';
import type { Visibility } from '../domain/check-in/visibility.ts';
import { NOTICE_VERSION } from '../domain/people/notice.ts';
import type { ChangedCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import { keepEvidence as keep } from '../storage/evidence/keep-evidence.ts';
import { findUnread } from '../storage/notices/find-unread.ts';
import type { Context } from './context.ts';
import { oweEvidence } from './owe-evidence.ts';
import { sendNoticeFirst } from './send-notice-first.ts';

/** Evidence as somebody filled it in. */
export interface FilledEvidence {
  readonly indicator: IndicatorKey;
  /** `message`: the link is the permalink of a message in Slack. */
  readonly kind: 'link' | 'message';
  readonly link: string;
  readonly title: string;
  readonly visibility: Visibility | undefined;
}

/** `unfit`: nothing is kept, for what is wrong with what was filled in. */
export type KeptEvidence =
  | {
      readonly outcome: 'unfit';
      readonly link: { readonly problem: LinkProblem; readonly limit: number } | undefined;
      readonly titleTooLong: { readonly length: number; readonly limit: number } | undefined;
      readonly noVisibility: boolean;
    }
  /** `not-acknowledged`: nothing is kept of anybody who has not read the notice; it is on its way. */
  | { readonly outcome: 'not-yours' | 'not-acknowledged' }
  | {
      readonly outcome: 'kept';
      readonly visibility: Visibility;
      /** The open check-in whose message counts it, to be drawn again. */
      readonly changed: ChangedCheckIn | undefined;
    };

/** Keeps evidence for an indicator of the person's own. */
export async function keepEvidence(
  context: Context,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  { indicator, kind, visibility, ...typed }: FilledEvidence,
): Promise<KeptEvidence> {
  const link = readLink(typed.link);
  const title = readTypedLine(typed.title, TITLE_LIMIT);
  if ('problem' in link || 'tooLong' in title || visibility === undefined) {
    return {
      outcome: 'unfit',
      link: 'problem' in link ? { ...link, limit: LINK_LIMIT } : undefined,
      titleTooLong: 'tooLong' in title ? { length: title.tooLong, limit: TITLE_LIMIT } : undefined,
      noVisibility: visibility === undefined,
    };
  }
  const { library, database, newId } = context;
  const { standardCode, indicatorCode } = indicator;
  if (library.findIndicator(standardCode, indicatorCode) === undefined) return { outcome: 'not-yours' };
  const kept = {
    ...who,
    standardCode,
    indicatorCode,
    kind,
    url: link.url,
    title: title.text === '' ? undefined : title.text,
    visibility,
  };
  return await database.prisma.$transaction(async (tx): Promise<KeptEvidence> => {
    const unread = await findUnread(tx, who, NOTICE_VERSION);
    if (unread !== undefined) {
      await sendNoticeFirst(context, tx, unread);
      return { outcome: 'not-acknowledged' };
    }
    const isKept = await keep(tx, kept, { evidenceId: newId(), now: context.now() });
    if (!isKept) return { outcome: 'not-yours' };
    return { outcome: 'kept', visibility, changed: await oweEvidence(context, tx, who, indicator) };
  });
}
