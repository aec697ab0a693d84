import {
  changesIn,
  type FormChanges,
  isNoteChanged,
  isNoteNewer,
  type ShownInForm,
  type ShownNote,
} from '../domain/check-in/form-changes.ts';
import { NOTE_LIMIT, readTypedText, type TypedText } from '../domain/check-in/note-text.ts';
import type { Rating } from '../domain/check-in/rating.ts';
import type { Visibility } from '../domain/check-in/visibility.ts';
import type { OwnCheckIn } from '../storage/check-ins/change-own-check-in.ts';
import type { CheckInForMember } from '../storage/check-ins/check-in-rows.ts';
import { findOwnCheckIn } from '../storage/check-ins/find-own-check-in.ts';
import { lockOwnCheckIn } from '../storage/check-ins/lock-own-check-in.ts';
import { type FormRecord, type RecordedForm, recordForm as save } from '../storage/check-ins/record-form.ts';
import type { Context } from './context.ts';
import { drawingTimes } from './draw-check-in.ts';

/** A form over a check-in, as it was filled in. */
export interface FilledForm {
  readonly shown: ShownInForm;
  readonly rows: readonly {
    readonly position: number;
    /** `null`: the form says that there is none; undefined: it says nothing. */
    readonly answer: Rating | null | undefined;
    /** The note; undefined: the form says nothing. */
    readonly typed: string | undefined;
  }[];
  /** Of every note that was written or changed; undefined: not chosen. */
  readonly visibility: Visibility | undefined;
}

/** `unfit`: nothing is saved, for what is wrong with what was filled in. */
export type SavedForm =
  | {
      readonly outcome: 'unfit';
      readonly tooLong: readonly {
        readonly position: number;
        readonly length: number;
        readonly limit: number;
      }[];
      readonly noVisibility: boolean;
    }
  | { readonly outcome: 'not-found' }
  | (RecordedForm & {
      readonly state: CheckInForMember;
      readonly changes: FormChanges;
      /** Not saved, because the note was changed elsewhere while the form was open: what the person had made of it. */
      readonly newerNotes: FormChanges['notes'];
    });

/**
 * Saves what a person changed in a form over their check-in, all of it or nothing, and answers the check-in as it is
 * then. Where they changed nothing, what happened elsewhere meanwhile stays; so does a note that was changed elsewhere
 * and here.
 */
export async function recordForm(
  context: Context,
  target: OwnCheckIn,
  { shown, rows, visibility }: FilledForm,
): Promise<SavedForm> {
  const read = rows.map(({ position, answer, typed }) => ({
    position,
    answer,
    note: typed === undefined ? undefined : readTypedText(typed, NOTE_LIMIT),
  }));
  const changes = changesIn(
    shown,
    read.map(({ note, ...row }) => ({ ...row, note: note && 'text' in note ? note.text : undefined })),
  );
  return await saveWhereFit(context, target, { read, changes, visibility, putsAway: true });
}

/** The form of one note, as it was filled in. */
export interface FilledNote {
  readonly position: number;
  readonly shown: ShownNote;
  readonly typed: string;
  readonly visibility: Visibility | undefined;
}

/**
 * One note beside an answer, in a form of its own: saved where it was changed there, as `recordForm` does. An empty one
 * is deleted.
 */
export async function recordNote(
  context: Context,
  target: OwnCheckIn,
  { position, shown, typed, visibility }: FilledNote,
): Promise<SavedForm> {
  const note = readTypedText(typed, NOTE_LIMIT);
  const isChanged = 'text' in note && isNoteChanged({ text: note.text, visibility, shown });
  const notes = isChanged ? [{ position, text: note.text, shown }] : [];
  return await saveWhereFit(context, target, {
    read: [{ position, note }],
    changes: { answers: [], notes },
    visibility,
    putsAway: false,
  });
}

/** What a form brought, as it was read. */
interface ReadForm {
  readonly read: readonly { readonly position: number; readonly note: TypedText | undefined }[];
  readonly changes: FormChanges;
  readonly visibility: Visibility | undefined;
  /** Whoever saves it has answered what they wanted: the thank-you comes back. */
  readonly putsAway: boolean;
}

/** Saves the changes unless a note is too long, or one is written and it is not chosen who sees it. */
async function saveWhereFit(
  context: Context,
  target: OwnCheckIn,
  { read, changes, visibility, putsAway }: ReadForm,
): Promise<SavedForm> {
  const tooLong = read.flatMap(({ position, note }) =>
    note !== undefined && 'tooLong' in note ? [{ position, length: note.tooLong, limit: NOTE_LIMIT }] : [],
  );
  const noVisibility = visibility === undefined && changes.notes.some(({ text }) => text !== '');
  if (tooLong.length > 0 || noVisibility) return { outcome: 'unfit', tooLong, noVisibility };
  // Whoever only deletes notes has nothing to show to anybody.
  return await saveChanges(context, target, { ...changes, visibility: visibility ?? 'only-me', putsAway });
}

async function saveChanges(
  context: Context,
  target: OwnCheckIn,
  {
    visibility,
    putsAway,
    ...changes
  }: FormChanges & Pick<FormRecord, 'putsAway'> & { visibility: Visibility },
): Promise<SavedForm> {
  const { workspaceId, checkInId } = target;
  const answers = changes.answers.map((answer) => ({ ...answer, ratingId: context.newId() }));
  return await context.database.prisma.$transaction(async (tx): Promise<SavedForm> => {
    if (!(await lockOwnCheckIn(tx, target))) return { outcome: 'not-found' };
    const before = changes.notes.length === 0 ? undefined : await findOwnCheckIn(tx, target);
    const isNewer = (note: FormChanges['notes'][number]) =>
      isNoteNewer(before?.checkIn.items[note.position]?.note, { ...note, visibility });
    const notes = changes.notes
      .filter((note) => !isNewer(note))
      .map(({ position, text }) => ({ position, text, visibility, noteId: context.newId() }));
    const recorded = await save(
      tx,
      { workspaceId, checkInId, answers, notes, putsAway },
      drawingTimes(context),
    );
    const state = await findOwnCheckIn(tx, target);
    if (state === undefined) return { outcome: 'not-found' };
    return { ...recorded, state, changes, newerNotes: changes.notes.filter(isNewer) };
  });
}
