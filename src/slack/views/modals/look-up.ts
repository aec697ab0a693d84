import type { LookUp } from '../../../domain/standard/look-up.ts';
import type { Texts } from '../../../texts/texts.ts';
import { divider } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { competencyMessage } from '../messages/competency.ts';

export const LOOK_UP_MODAL = 'look-up';

/** Where the question is found among the values of a submission. */
export const LOOK_UP_QUESTION = { blockId: 'question', actionId: 'question' } as const;

/** Longer questions are refused by the look-up itself. */
const LONGEST = 200;

/** One field, and below it what was found: the next question is asked in the same place. */
export function lookUpModal(found: LookUp | undefined, texts: Texts): ModalView {
  const { lookUp: words, competency } = texts;
  return modal({
    callbackId: LOOK_UP_MODAL,
    title: words.title,
    close: words.close,
    submit: words.submit,
    blocks: [
      input({
        blockId: LOOK_UP_QUESTION.blockId,
        label: words.label,
        element: textInput({
          actionId: LOOK_UP_QUESTION.actionId,
          maxLength: LONGEST,
          placeholder: words.placeholder,
        }),
      }),
      ...(found === undefined ? [] : [divider(), ...competencyMessage(found, competency, 'words').blocks]),
    ],
  });
}
