import { answeredCount, type CheckIn, countedItems, isComplete } from '../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../texts/texts.ts';
import { section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { until } from '../messages/check-in/model.ts';
import { CHECK_IN_FORM } from './check-in-form.ts';

/** How much of a check-in is answered, now that a form over it is saved. */
export function formSavedText(checkIn: CheckIn, { checkInForm: words }: Texts): string {
  return words.saved(answeredCount(checkIn), countedItems(checkIn).length);
}

/** Instead of the form, where nothing in sight shows that it is saved: what is, and how long it can be changed. */
export function formSavedModal(
  model: { readonly checkIn: CheckIn; readonly timeZone: string },
  texts: Texts,
): ModalView {
  const { checkInForm, checkIn: words } = texts;
  const { checkIn } = model;
  const goOn = isComplete(checkIn) ? words.changeUntil : checkInForm.goOnUntil;
  return sentence(`${formSavedText(checkIn, texts)}\n${goOn(until(model, texts))}`, texts);
}

/** Instead of the form, where all but some answers are saved. */
export function savedWithoutModal(indicatorCodes: readonly string[], texts: Texts): ModalView {
  return sentence(escapeMrkdwn(texts.checkInForm.savedWithout(indicatorCodes)), texts);
}

function sentence(text: string, { checkInForm: words, submission }: Texts): ModalView {
  const { title } = words;
  return modal({ callbackId: CHECK_IN_FORM, title, close: submission.close, blocks: [section(text)] });
}
