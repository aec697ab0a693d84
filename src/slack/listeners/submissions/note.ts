import type { Texts } from '../../../texts/texts.ts';
import { recordNote, type SavedForm } from '../../../usecases/record-form.ts';
import { readFormValues, readMetadata, typedIn } from '../../views/modals/form-values.ts';
import { NOTE_FIELD, noteAgainModal, noteNotSavedModal, readNoteReference } from '../../views/modals/note.ts';
import { readVisibility, visibilityBlockIn } from '../../views/modals/visibility-choice.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

/**
 * A note is saved, changed or deleted where its form says something else than it showed, and the check-in's message
 * shows it.
 */
export function noteSubmission(parts: ListenerParts) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const about = readNoteReference(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const typed = typedIn(values, NOTE_FIELD.block, NOTE_FIELD.action) ?? '';
    const visibility = readVisibility(values);
    const saved = await acknowledgeSaved(
      parts,
      { ...who, ack, field: NOTE_FIELD.block, what: 'note' },
      async (): Promise<SavedForm> => {
        if (about === undefined) return { outcome: 'not-found' };
        return await recordNote(
          parts.context,
          { ...who, checkInId: about.checkIn },
          { position: about.item, shown: about.shown, typed, visibility },
        );
      },
      (note, texts) => {
        const { library } = parts.context;
        const form = { typed, visibility, visibilityBlock: visibilityBlockIn(values), library };
        return answerNote(note, form, texts);
      },
    );
    if (saved !== undefined && 'state' in saved) await drawChanged(parts, client, saved);
  };
}

interface SentNote {
  readonly typed: string;
  readonly visibility: ReturnType<typeof readVisibility>;
  readonly visibilityBlock: string;
  readonly library: ListenerParts['context']['library'];
}

/**
 * The form closes, or stays where it can be mended, beside what has become of the note elsewhere; once the check-in has
 * closed it makes room for the reason.
 */
function answerNote(
  saved: SavedForm,
  { typed, visibility, visibilityBlock, library }: SentNote,
  texts: Texts,
): FormAnswer {
  const { submission } = texts;
  switch (saved.outcome) {
    case 'saved': {
      const { checkInId, items } = saved.state.checkIn;
      const [newer] = saved.newerNotes;
      const item = newer && items[newer.position];
      if (newer === undefined || item === undefined) return undefined;
      const indicator = library.findIndicator(item.standardCode, item.indicatorCode);
      const model = { checkInId, item, indicator, isOpen: true };
      const view = noteAgainModal(model, { text: newer.text, visibility }, texts);
      return { response_action: 'update', view };
    }
    case 'closed':
      return { response_action: 'update', view: noteNotSavedModal(submission.closed, typed, texts) };
    case 'not-found':
      return errorsOn({ [NOTE_FIELD.block]: submission.notFound });
    case 'unfit': {
      const [tooLong] = saved.tooLong;
      return errorsOn({
        [NOTE_FIELD.block]: tooLong && submission.tooLong(tooLong.length, tooLong.limit),
        [visibilityBlock]: saved.noVisibility ? submission.chooseVisibility : undefined,
      });
    }
  }
}
