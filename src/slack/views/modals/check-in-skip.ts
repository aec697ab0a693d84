import { z } from 'zod';
import { answeredCount, isSkippedLate } from '../../../domain/check-in/check-in.ts';
import { NOTE_LIMIT } from '../../../domain/check-in/note-text.ts';
import type { Texts } from '../../../texts/texts.ts';
import { section, verbatim } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { skipLabel } from '../messages/check-in/around.ts';
import type { CheckInModel } from '../messages/check-in/model.ts';

export const SKIP_FORM = 'check-in-skip';

/** Where the reason comes back. */
export const REASON_FIELD = { block: 'reason', action: 'text' } as const;

const skipReference = z.object({ checkIn: z.uuid(), onReminder: z.boolean() });

/** Which check-in the form is about, and whether it was opened from a reminder of it. It proves nothing. */
type SkipReference = z.infer<typeof skipReference>;

export function readSkipReference(metadata: unknown): SkipReference | undefined {
  return skipReference.safeParse(metadata).data;
}

/** A check-in, and when it is looked at. */
type SkipModel = Pick<CheckInModel, 'checkIn' | 'now'>;

/** Asks for a reason that nobody has to give; says what becomes of answers that were given already. */
export function checkInSkipModal(
  { checkIn, now, onReminder }: SkipModel & { readonly onReminder: boolean },
  texts: Texts,
): ModalView {
  const { checkInSkip: words, submission } = texts;
  const answered = answeredCount(checkIn);
  const explanation = now < checkIn.periodEndsAt ? words.explanation : words.explanationLate;
  const reference: SkipReference = { checkIn: checkIn.checkInId, onReminder };
  return modal({
    callbackId: SKIP_FORM,
    title: skipLabel({ checkIn, now }, texts),
    submit: words.submit,
    close: submission.cancel,
    privateMetadata: JSON.stringify(reference),
    blocks: [
      section([explanation, ...(answered === 0 ? [] : [words.kept(answered)])].join('\n')),
      input({
        blockId: REASON_FIELD.block,
        label: words.reason,
        hint: words.whoSeesIt,
        optional: true,
        element: textInput({ actionId: REASON_FIELD.action, maxLength: NOTE_LIMIT, multiline: true }),
      }),
    ],
  });
}

/**
 * What became of it, in place of the form; below it the reason that was not kept, to be copied. One that is closed
 * before its time has nothing left to ask.
 */
export function checkInSkipOutcome(
  outcome: 'skipped' | 'answered' | 'closed',
  { checkIn, now, notKept = '' }: SkipModel & { readonly notKept?: string },
  texts: Texts,
): ModalView {
  const { checkInSkip: words, submission, dates } = texts;
  const week = dates.week(checkIn.period);
  const asksNothing = outcome === 'closed' && now < checkIn.closesAt;
  const skipped = isSkippedLate(checkIn) ? words.skippedLate : words.skipped;
  const decided = outcome === 'skipped' ? skipped(week) : words[outcome];
  const sentence = asksNothing ? texts.checkIn.nothingToAsk(week) : decided;
  return modal({
    callbackId: SKIP_FORM,
    title: skipLabel({ checkIn, now }, texts),
    close: submission.close,
    blocks:
      notKept.trim() === ''
        ? [section(sentence)]
        : [section(`${sentence}\n${words.copyBelow}`), verbatim(notKept)],
  });
}
