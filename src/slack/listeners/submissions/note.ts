import type { Texts } from '../../../texts/texts.ts';
import { recordNote, type SavedForm } from '../../../usecases/record-form.ts';
import { readFormValues, readMetadata, typedIn } from '../../views/modals/form-values.ts';
import { readItemReference } from '../../views/modals/item-reference.ts';
import { NOTE_FIELD, noteNotSavedModal } from '../../views/modals/note.ts';
import { readVisibility, VISIBILITY_FIELD } from '../../views/modals/visibility-choice.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

/** A note is saved, changed or deleted, and the check-in's message shows it. */
export function noteSubmission(parts: ListenerParts) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const about = readItemReference(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const typed = typedIn(values, NOTE_FIELD.block, NOTE_FIELD.action) ?? '';
    const saved = await acknowledgeSaved(
      parts,
      { ...who, ack, field: NOTE_FIELD.block, what: 'note' },
      async (): Promise<SavedForm> => {
        if (about === undefined) return { outcome: 'not-found' };
        return await recordNote(
          parts.context,
          { ...who, checkInId: about.checkIn },
          {
            position: about.item,
            typed,
            visibility: readVisibility(values),
          },
        );
      },
      (note, texts) => answerNote(note, typed, texts),
    );
    if (saved !== undefined && 'state' in saved) await drawChanged(parts, client, saved);
  };
}

/** The form closes, or stays where it can be mended; once the check-in has closed it makes room for the reason. */
function answerNote(saved: SavedForm, typed: string, texts: Texts): FormAnswer {
  const { submission } = texts;
  switch (saved.outcome) {
    case 'saved':
      return undefined;
    case 'closed':
      return { response_action: 'update', view: noteNotSavedModal(submission.closed, typed, texts) };
    case 'not-found':
      return errorsOn({ [NOTE_FIELD.block]: submission.notFound });
    case 'unfit': {
      const [tooLong] = saved.tooLong;
      return errorsOn({
        [NOTE_FIELD.block]: tooLong && submission.tooLong(tooLong.length, tooLong.limit),
        [VISIBILITY_FIELD.block]: saved.noVisibility ? submission.chooseVisibility : undefined,
      });
    }
  }
}
