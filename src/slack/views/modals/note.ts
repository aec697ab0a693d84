import type { CheckInItem } from '../../../domain/check-in/check-in.ts';
import { NOTE_LIMIT } from '../../../domain/check-in/note-text.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { context, section, verbatim } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { writeItemReference } from './item-reference.ts';
import { officialIndicator } from './official-indicator.ts';
import { visibilityChoice } from './visibility-choice.ts';

export const NOTE_FORM = 'note';

/** Where the text comes back. */
export const NOTE_FIELD = { block: 'note', action: 'text' } as const;

export interface NoteModel {
  readonly checkInId: string;
  readonly item: CheckInItem;
  readonly indicator: IndicatorInContext | undefined;
  /** The check-in takes changes still. */
  readonly isOpen: boolean;
}

/** The note beside an answer: to write while the check-in is open, to read afterwards. */
export function noteModal(model: NoteModel, texts: Texts): ModalView {
  const { checkInId, item, indicator, isOpen } = model;
  const { note: words, submission } = texts;
  const about = [...officialIndicator(item, indicator), context(visibilityNow(item.note, texts))];
  if (!isOpen) {
    const text = item.note === undefined ? [] : [section(escapeMrkdwn(literally(item.note.text)))];
    return modal({
      callbackId: NOTE_FORM,
      title: words.title,
      close: submission.close,
      blocks: [section(words.closed), ...about, ...text],
    });
  }
  return modal({
    callbackId: NOTE_FORM,
    title: words.title,
    close: submission.cancel,
    submit: submission.save,
    privateMetadata: writeItemReference({ checkIn: checkInId, item: item.position }),
    blocks: [
      ...about,
      input({
        blockId: NOTE_FIELD.block,
        label: words.label(NOTE_LIMIT),
        hint: item.note === undefined ? undefined : words.hint,
        optional: true,
        element: textInput({
          actionId: NOTE_FIELD.action,
          value: item.note?.text,
          maxLength: NOTE_LIMIT,
          multiline: true,
        }),
      }),
      visibilityChoice({ label: words.visibilityLabel, chosen: item.note?.visibility }, texts),
    ],
  });
}

/** Instead of a form that can never be saved: why, and below it what was typed, to be copied. */
export function noteNotSavedModal(why: string, typed: string, { note: words, submission }: Texts): ModalView {
  return modal({
    callbackId: NOTE_FORM,
    title: words.title,
    close: submission.close,
    blocks: typed.trim() === '' ? [section(why)] : [section(`${why}\n${words.copyBelow}`), verbatim(typed)],
  });
}

/** Who sees the note as it is now. */
export function visibilityNow(current: CheckInItem['note'], { note: words }: Texts): string {
  if (current === undefined) return words.none;
  return current.visibility === 'supervisor' ? words.nowShared : words.nowOnlyMe;
}
