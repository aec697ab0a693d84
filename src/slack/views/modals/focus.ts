import type { IndicatorKey } from '../../../domain/check-in/choose-indicators.ts';
import { shownFocus } from '../../../domain/check-in/settings.ts';
import type { HomeSettings, OwnStandards } from '../../../domain/home/home.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { input, multiSelect } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { codeIn } from '../home/home-model.ts';
import { indicatorChoice } from './indicator-choice.ts';

export const FOCUS_FORM = 'focus';

/** The field of the form: a block with one element, both called so. */
export const FOCUS_FIELD = 'indicators';

export interface FocusModel {
  readonly standards: OwnStandards['standards'];
  readonly settings: Pick<HomeSettings, 'focus' | 'focusLimit' | 'itemsPerCheckIn'>;
  /** Everything the member can be asked about. */
  readonly indicators: readonly IndicatorInContext[];
}

/** The member's own indicators, to choose those that are asked more often; where none can be, why. */
export function focusModal({ standards, settings, indicators }: FocusModel, texts: Texts): ModalView {
  const { focus: words, submission } = texts;
  const { focus, focusLimit, itemsPerCheckIn } = settings;
  if (focusLimit === 0) {
    return modal({
      callbackId: FOCUS_FORM,
      title: words.title,
      close: submission.close,
      blocks: [section(words.none(itemsPerCheckIn))],
    });
  }
  const choices = indicators.map(({ standardCode, code, text }) => {
    const key = { standardCode, indicatorCode: code };
    return { text: words.option(codeIn(standards, key), text), value: indicatorChoice(key) };
  });
  return modal({
    callbackId: FOCUS_FORM,
    title: words.title,
    submit: submission.save,
    close: submission.cancel,
    privateMetadata: JSON.stringify(
      focus.map(({ standardCode, indicatorCode }) => ({ standardCode, indicatorCode })),
    ),
    blocks: [
      input({
        blockId: FOCUS_FIELD,
        label: words.label,
        hint: words.hint(focusLimit, itemsPerCheckIn),
        optional: true,
        element: multiSelect({
          actionId: FOCUS_FIELD,
          choices,
          chosen: focus.slice(0, focusLimit).map(indicatorChoice),
          atMost: focusLimit,
        }),
      }),
    ],
  });
}

/** What was in focus when the form was opened; undefined for one that does not say, as of an earlier version. */
export function readShownFocus(metadata: unknown): readonly IndicatorKey[] | undefined {
  return shownFocus.safeParse(metadata).data;
}
