import type { IndicatorKey } from '../domain/check-in/choose-indicators.ts';
import { LINK_LIMIT, type LinkProblem, readLink } from '../domain/check-in/evidence-link.ts';
import { readTypedLine, TITLE_LIMIT } from '../domain/check-in/note-text.ts';
import type { Visibility } from '../domain/check-in/visibility.ts';
import { keepEvidence as keep } from '../storage/evidence/keep-evidence.ts';
import type { Context } from './context.ts';

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
  | { readonly outcome: 'kept' | 'not-yours' };

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
  const isKept = await keep(
    database.prisma,
    {
      ...who,
      standardCode,
      indicatorCode,
      kind,
      url: link.url,
      title: title.text === '' ? undefined : title.text,
      visibility,
    },
    { evidenceId: newId(), now: context.now() },
  );
  return { outcome: isKept ? 'kept' : 'not-yours' };
}
