import {
  answeredCount,
  type CheckIn,
  type CheckInItem,
  countedItems,
  isComplete,
} from '../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, divider, section, verbatim } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { until } from '../messages/check-in/model.ts';
import { CHECK_IN_FORM } from './check-in-form.ts';
import { visibilityNow } from './note.ts';

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

/** What a form could not save. */
export interface NotSaved {
  /** The codes of indicators that take no answers any more. */
  readonly closed: readonly string[];
  /** Items whose note was changed elsewhere while the form was open, and what was written in the form. */
  readonly newer: readonly { readonly item: CheckInItem; readonly written: string }[];
}

/** Instead of the form, where all but some of it is saved. Of a note both are shown: what is there, and what was written. */
export function savedWithoutModal({ closed, newer }: NotSaved, texts: Texts): ModalView {
  const { checkInForm: words } = texts;
  const first = closed.length === 0 ? words.restSaved : escapeMrkdwn(words.savedWithout(closed));
  if (newer.length === 0) return sentence(first, texts);
  const notes = newer.flatMap(({ item, written }) => [
    divider(),
    section(`*${escapeMrkdwn(item.indicatorCode)}*　${visibilityNow(item.note, texts)}`),
    ...(item.note === undefined ? [] : [verbatim(item.note.text)]),
    ...(written === '' ? [section(words.emptiedHere)] : [section(words.writtenHere), verbatim(written)]),
  ]);
  return saved([section(`${first}\n${words.newerNotes}`), ...notes], texts);
}

function sentence(text: string, texts: Texts): ModalView {
  return saved([section(text)], texts);
}

function saved(blocks: readonly Block[], { checkInForm: words, submission }: Texts): ModalView {
  return modal({ callbackId: CHECK_IN_FORM, title: words.title, close: submission.close, blocks });
}
