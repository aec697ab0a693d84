import { z } from 'zod';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { externalSelect, input, option } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { aboutEvidence, linkField } from './evidence.ts';
import { indicatorChoice } from './indicator-choice.ts';

export const USE_AS_EVIDENCE_FORM = 'use-as-evidence';

/** Where the indicator comes back, and what its choices are asked for with. */
export const INDICATOR_FIELD = { block: 'indicator', action: 'evidence-indicator' } as const;

const metadata = z.object({ permalink: z.string().optional() });

/** A message as evidence: for which indicator. Without a permalink the person pastes the link. */
export function useAsEvidenceModal(permalink: string | undefined, texts: Texts): ModalView {
  const { evidence: words, submission } = texts;
  return modal({
    callbackId: USE_AS_EVIDENCE_FORM,
    title: words.title,
    close: submission.cancel,
    submit: submission.save,
    privateMetadata: JSON.stringify({ permalink }),
    blocks: [
      section(permalink === undefined ? words.noPermalink : words.fromMessage),
      ...(permalink === undefined ? [linkField(texts)] : []),
      input({
        blockId: INDICATOR_FIELD.block,
        label: words.indicatorLabel,
        element: externalSelect({
          actionId: INDICATOR_FIELD.action,
          placeholder: words.indicatorPlaceholder,
        }),
      }),
      ...aboutEvidence(texts),
    ],
  });
}

/** The permalink that the form was opened with: a claim, to be read like any other link. */
export function readPermalink(value: unknown): string | undefined {
  return metadata.safeParse(value).data?.permalink;
}

/** Indicators to choose from: code and how it begins, below it its task, and its standard where there are several. */
export function indicatorOptions(indicators: readonly IndicatorInContext[]) {
  const isMixed = new Set(indicators.map(({ standardCode }) => standardCode)).size > 1;
  return indicators
    .slice(0, LIMITS.select.options)
    .map(({ standardCode, standardName, code, text, taskCode, taskName }) =>
      option({
        text: `${code} ${text.replaceAll(/\s+/gu, ' ')}`,
        value: indicatorChoice({ standardCode, indicatorCode: code }),
        description: `${isMixed ? `${standardName}｜` : ''}${taskCode} ${taskName}`,
      }),
    );
}
