import { z } from 'zod';
import type { CheckIn } from './check-in.ts';
import { markOf } from './note-text.ts';
import { type Rating, rating } from './rating.ts';

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

export interface FormChanges {
  /** `undefined` takes the answer back. */
  readonly answers: readonly { readonly position: number; readonly answer: Rating | undefined }[];
  /** An empty text deletes the note. */
  readonly notes: readonly { readonly position: number; readonly text: string }[];
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
    notes: rows.flatMap(({ position, note }) =>
      note === undefined || (note === '' ? null : markOf(note)) === shownAt(position).note
        ? []
        : [{ position, text: note }],
    ),
  };
}
