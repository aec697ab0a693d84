import type { CheckInItem } from '../../../domain/check-in/check-in.ts';
import { TITLE_LIMIT } from '../../../domain/check-in/note-text.ts';
import type { Visibility } from '../../../domain/check-in/visibility.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { context, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { input, textInput, urlInput } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { writeItemReference } from './item-reference.ts';
import { officialIndicator } from './official-indicator.ts';
import { visibilityChoice } from './visibility-choice.ts';

export const EVIDENCE_FORM = 'evidence';

/** Where what was typed comes back. */
export const EVIDENCE_FIELDS = {
  link: { block: 'link', action: 'url' },
  title: { block: 'title', action: 'text' },
} as const;

export interface EvidenceModel {
  readonly checkInId: string;
  readonly item: CheckInItem;
  readonly indicator: IndicatorInContext | undefined;
}

/** A link for the indicator of an item. */
export function evidenceModal({ checkInId, item, indicator }: EvidenceModel, texts: Texts): ModalView {
  const { evidence: words, submission } = texts;
  return modal({
    callbackId: EVIDENCE_FORM,
    title: words.title,
    close: submission.cancel,
    submit: submission.save,
    privateMetadata: writeItemReference({ checkIn: checkInId, item: item.position }),
    blocks: [...officialIndicator(item, indicator), linkField(texts), ...aboutEvidence(texts)],
  });
}

export function linkField({ evidence: words }: Texts) {
  return input({
    blockId: EVIDENCE_FIELDS.link.block,
    label: words.linkLabel,
    hint: words.linkHint,
    element: urlInput({ actionId: EVIDENCE_FIELDS.link.action }),
  });
}

/** What it is called, and who sees it. */
export function aboutEvidence(texts: Texts) {
  const { evidence: words } = texts;
  const title = textInput({ actionId: EVIDENCE_FIELDS.title.action, maxLength: TITLE_LIMIT });
  return [
    input({
      blockId: EVIDENCE_FIELDS.title.block,
      label: words.titleLabel(TITLE_LIMIT),
      optional: true,
      element: title,
    }),
    visibilityChoice({ label: words.visibilityLabel, chosen: undefined }, texts),
    context(words.sameLink),
  ];
}

/** Instead of the form, once it is saved: where, and who sees it. */
export function evidenceSavedModal(
  { indicatorCode, visibility }: { readonly indicatorCode: string; readonly visibility: Visibility },
  { evidence: words, submission }: Texts,
): ModalView {
  const saved = visibility === 'supervisor' ? words.savedAndShared : words.savedForMe;
  return modal({
    callbackId: 'evidence-saved',
    title: words.title,
    close: submission.close,
    blocks: [section(saved(escapeMrkdwn(indicatorCode)))],
  });
}
