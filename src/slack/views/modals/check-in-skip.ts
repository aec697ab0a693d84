import { LONGEST_SKIP_REASON } from '../../../domain/check-in/skip-reason.ts';
import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { modal } from '../../blocks/view.ts';

/** The callback id, and where its one input is. */
export const SKIP_MODAL = { callbackId: 'check-in-skip', block: 'reason', action: 'reason' } as const;

/** Asks for a reason that nobody has to give. */
export function checkInSkipModal(
  privateMetadata: string,
  { checkInSkip: words }: Texts,
): ReturnType<typeof modal> {
  return modal({
    callbackId: SKIP_MODAL.callbackId,
    title: words.title,
    submit: words.submit,
    close: words.close,
    privateMetadata,
    blocks: [
      section(words.explanation),
      input({
        blockId: SKIP_MODAL.block,
        label: words.reason,
        hint: words.whoSeesIt,
        optional: true,
        element: textInput({ actionId: SKIP_MODAL.action, maxLength: LONGEST_SKIP_REASON, multiline: true }),
      }),
    ],
  });
}

/** What became of it, in place of the form. */
export function checkInSkipOutcome(
  sentence: string,
  { checkInSkip: words }: Texts,
): ReturnType<typeof modal> {
  return modal({
    callbackId: SKIP_MODAL.callbackId,
    title: words.title,
    close: words.closeOutcome,
    blocks: [section(sentence)],
  });
}
