import type { Texts } from '../../../texts/texts.ts';
import { recordForm, type SavedForm } from '../../../usecases/record-form.ts';
import {
  FORM_FIELDS,
  type FormRowSent,
  readFormMetadata,
  readFormRows,
  savedWithoutModal,
} from '../../views/modals/check-in-form.ts';
import { formNotSavedModal } from '../../views/modals/check-in-form-not-saved.ts';
import { readFormValues, readMetadata } from '../../views/modals/form-values.ts';
import { readVisibility, VISIBILITY_FIELD } from '../../views/modals/visibility-choice.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

/** The answers and notes of a form are saved together, and the check-in's message shows them. */
export function checkInFormSubmission(parts: ListenerParts) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const about = readFormMetadata(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const rows = readFormRows(values);
    const saved = await acknowledgeSaved(
      parts,
      // Every form has this field, whatever became of its items.
      { ...who, ack, field: VISIBILITY_FIELD.block, what: 'check-in-form' },
      async (): Promise<SavedForm> => {
        if (about === undefined) return { outcome: 'not-found' };
        return await recordForm(
          parts.context,
          { ...who, checkInId: about.checkIn },
          { shown: about.shown, rows, visibility: readVisibility(values) },
        );
      },
      (form, texts) => answerForm(form, rows, texts),
    );
    if (saved !== undefined && 'state' in saved) await drawChanged(parts, client, saved);
  };
}

/** Where it can never be saved the form makes room for the reason, and for what was chosen and typed. */
function answerForm(saved: SavedForm, rows: readonly FormRowSent[], texts: Texts): FormAnswer {
  const { submission } = texts;
  const instead = (why: string, codes: readonly string[]): FormAnswer => ({
    response_action: 'update',
    view: formNotSavedModal(why, rows, codes, texts),
  });
  switch (saved.outcome) {
    case 'saved': {
      const closed = saved.changes.answers.flatMap(({ position }) => {
        const item = saved.state.checkIn.items[position];
        return item?.closed === true ? [item.indicatorCode] : [];
      });
      if (closed.length === 0) return undefined;
      return { response_action: 'update', view: savedWithoutModal(closed, texts) };
    }
    case 'closed':
      return instead(
        submission.closed,
        saved.state.checkIn.items.map(({ indicatorCode }) => indicatorCode),
      );
    case 'not-found':
      return instead(submission.notFound, []);
    case 'unfit':
      return errorsOn({
        ...Object.fromEntries(
          saved.tooLong.map(({ position, length, limit }) => [
            FORM_FIELDS.note.block(position),
            submission.tooLong(length, limit),
          ]),
        ),
        [VISIBILITY_FIELD.block]: saved.noVisibility ? submission.chooseVisibility : undefined,
      });
  }
}
