import { z } from 'zod';
import type { CheckIn, CheckInItem } from './check-in.ts';
import { markOf } from './note-text.ts';
import { type Rating, rating } from './rating.ts';
import { VISIBILITIES, type Visibility } from './visibility.ts';

/** One row of a form, by the position of its item. */
export interface FormRow {
  readonly position: number;
  /** `null`: the form says that there is none; undefined: it says nothing. */
  readonly answer: Rating | null | undefined;
  /** As it is kept, empty for none; undefined: the form says nothing. */
  readonly note: string | undefined;
}

/**
 * What a form showed: per item the answer and the mark of its note. It is a base to compare with, and proves nothing.
 */
export const shownInForm = z
  .array(z.tuple([z.int().min(0).max(9), rating.nullable(), z.string().max(20).nullable()]))
  .max(10);
export type ShownInForm = z.infer<typeof shownInForm>;

export function shownOf({ items }: CheckIn): ShownInForm {
  return items.map(({ position, answer, note }) => [
    position,
    answer ?? null,
    note === undefined ? null : markOf(note.text),
  ]);
}

/**
 * What a form showed of one note: the mark of its text and, where the form has that filled in too, who saw it; `null`:
 * there was none.
 */
export const shownNote = z.tuple([z.string().max(20), z.enum(VISIBILITIES).optional()]).nullable();
export type ShownNote = z.infer<typeof shownNote>;

export function shownNoteOf(note: CheckInItem['note']): ShownNote {
  return note === undefined ? null : [markOf(note.text), note.visibility];
}

/** A note as a form says that it is to be, an empty text for none, and what the form showed. */
export interface NoteInForm {
  readonly text: string;
  readonly visibility: Visibility | undefined;
  readonly shown: ShownNote;
}

/** Whether a person changed the note, or who sees it. Who would see a note that is none is no change. */
export function isNoteChanged({ text, visibility, shown }: NoteInForm): boolean {
  if (text === '') return shown !== null;
  return shown === null || shown[0] !== markOf(text) || shown[1] !== visibility;
}

/** Whether a note is neither what the form showed nor what it is to be: it was changed elsewhere meanwhile. */
export function isNoteNewer(current: CheckInItem['note'], { text, visibility, shown }: NoteInForm): boolean {
  if (current === undefined) return shown !== null && text !== '';
  const [mark, seenBy = current.visibility] = shown ?? [];
  const isAsShown = mark === markOf(current.text) && seenBy === current.visibility;
  const isAsWanted = text === current.text && visibility === current.visibility;
  return !isAsShown && !isAsWanted;
}

export interface FormChanges {
  /** `undefined` takes the answer back. */
  readonly answers: readonly { readonly position: number; readonly answer: Rating | undefined }[];
  /** An empty text deletes the note. */
  readonly notes: readonly { readonly position: number; readonly text: string; readonly shown: ShownNote }[];
}

/**
 * What a person changed in a form: only where it comes back different from what was shown is it theirs. The rest may
 * have been answered elsewhere while the form was open, and stays as it is.
 */
export function changesIn(shown: ShownInForm, rows: readonly FormRow[]): FormChanges {
  const before = new Map(shown.map(([position, answer, note]) => [position, { answer, note }]));
  const shownAt = (position: number) => before.get(position) ?? { answer: null, note: null };
  return {
    answers: rows.flatMap(({ position, answer }) =>
      answer === undefined || answer === shownAt(position).answer
        ? []
        : [{ position, answer: answer ?? undefined }],
    ),
    notes: rows.flatMap(({ position, note }) => {
      const mark = shownAt(position).note;
      return note === undefined || (note === '' ? null : markOf(note)) === mark
        ? []
        : [{ position, text: note, shown: mark === null ? null : [mark] }];
    }),
  };
}
