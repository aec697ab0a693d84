import type { z } from 'zod';
import type { CheckInItem } from '../../../domain/check-in/check-in.ts';
import { shownNote, shownNoteOf } from '../../../domain/check-in/form-changes.ts';
import { markOf, NOTE_LIMIT } from '../../../domain/check-in/note-text.ts';
import type { Visibility } from '../../../domain/check-in/visibility.ts';
import type { IndicatorInContext } from '../../../domain/standard/indicator-in-context.ts';
import type { Texts } from '../../../texts/texts.ts';
import { type Block, context, section, verbatim } from '../../blocks/build.ts';
import { escapeMrkdwn, literally } from '../../blocks/escape.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { type ModalView, modal } from '../../blocks/view.ts';
import { itemReference } from './item-reference.ts';
import { officialIndicator } from './official-indicator.ts';
import { visibilityBlockAfter, visibilityChoice } from './visibility-choice.ts';

export const NOTE_FORM = 'note';

/** Where the text comes back. */
export const NOTE_FIELD = { block: 'note', action: 'text' } as const;

// A form of an earlier version does not say what it showed: what is there now is then newer.
const noteReference = itemReference.extend({ shown: shownNote.default(null) });

/** Which item of which check-in a note is beside, and what the form showed of it. It proves nothing. */
export type NoteReference = z.infer<typeof noteReference>;

export function readNoteReference(metadata: unknown): NoteReference | undefined {
  return noteReference.safeParse(metadata).data;
}

export interface NoteModel {
  readonly checkInId: string;
  readonly item: CheckInItem;
  readonly indicator: IndicatorInContext | undefined;
  /** The check-in takes changes still. */
  readonly isOpen: boolean;
}

/** The note beside an answer: to write while the check-in is open, to read afterwards. */
export function noteModal(model: NoteModel, texts: Texts): ModalView {
  const { item, isOpen } = model;
  const { note: words, submission } = texts;
  if (isOpen) {
    const visibility = visibilityChoice(
      { label: words.visibilityLabel, chosen: item.note?.visibility },
      texts,
    );
    return form(model, { about: aboutNote(model, texts), text: item.note?.text, visibility }, texts);
  }
  const text = item.note === undefined ? [] : [section(escapeMrkdwn(literally(item.note.text)))];
  return modal({
    callbackId: NOTE_FORM,
    title: words.title,
    close: submission.close,
    blocks: [section(words.closed), ...aboutNote(model, texts), ...text],
  });
}

/**
 * The form once more, for a note that was changed elsewhere while it was open: what is there now, beside what the person
 * has written. Who sees that is for them to choose, unless it is what they chose already and what holds.
 */
export function noteAgainModal(
  model: NoteModel,
  sent: { readonly text: string; readonly visibility: Visibility | undefined },
  texts: Texts,
): ModalView {
  const { note: words } = texts;
  const { note: current } = model.item;
  const about = [
    section(current === undefined ? words.removedMeanwhile : words.changedMeanwhile),
    ...aboutNote(model, texts),
    ...(current === undefined ? [] : [verbatim(current.text)]),
  ];
  const visibility = visibilityChoice(
    {
      label: words.visibilityLabel,
      chosen: current?.visibility === sent.visibility ? sent.visibility : undefined,
      block: visibilityBlockAfter(current === undefined ? 'none' : markOf(JSON.stringify(current))),
    },
    texts,
  );
  return form(model, { about, text: sent.text, visibility }, texts);
}

function aboutNote({ item, indicator }: NoteModel, texts: Texts): Block[] {
  return [...officialIndicator(item, indicator), context(visibilityNow(item.note, texts))];
}

interface FormParts {
  readonly about: readonly Block[];
  readonly text: string | undefined;
  readonly visibility: Block;
}

function form(
  { checkInId, item }: NoteModel,
  { about, text, visibility }: FormParts,
  texts: Texts,
): ModalView {
  const { note: words, submission } = texts;
  const reference: NoteReference = {
    checkIn: checkInId,
    item: item.position,
    shown: shownNoteOf(item.note),
  };
  return modal({
    callbackId: NOTE_FORM,
    title: words.title,
    close: submission.cancel,
    submit: submission.save,
    privateMetadata: JSON.stringify(reference),
    blocks: [
      ...about,
      input({
        blockId: NOTE_FIELD.block,
        label: words.label(NOTE_LIMIT),
        hint: item.note === undefined ? undefined : words.hint,
        optional: true,
        element: textInput({
          actionId: NOTE_FIELD.action,
          value: text,
          maxLength: NOTE_LIMIT,
          multiline: true,
        }),
      }),
      visibility,
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
