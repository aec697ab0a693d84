import type { ModalView } from '@slack/web-api';
import type { Texts } from '../../../texts/texts.ts';
import { recordForm, type SavedForm } from '../../../usecases/record-form.ts';
import {
  FORM_FIELDS,
  type FormOpenedOn,
  type FormRowSent,
  readFormMetadata,
  readFormRows,
} from '../../views/modals/check-in-form.ts';
import { formNotSavedModal } from '../../views/modals/check-in-form-not-saved.ts';
import { formSavedModal, formSavedText, savedWithoutModal } from '../../views/modals/check-in-form-saved.ts';
import { readFormValues, readMetadata } from '../../views/modals/form-values.ts';
import { readVisibility, VISIBILITY_FIELD } from '../../views/modals/visibility-choice.ts';
import { drawChanged } from '../draw-changed.ts';
import type { PublishHome } from '../home/publish-home.ts';
import type { ListenerParts } from '../parts.ts';
import { whoActed } from '../who-acted.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';
import type { Submission } from './submission.ts';

/**
 * The answers and notes of a form are saved together. The check-in's message shows them; so does Home, where the form
 * was opened there.
 */
export function checkInFormSubmission(parts: ListenerParts, publishHome: PublishHome) {
  return async ({ body, view, ack, client }: Submission): Promise<void> => {
    const who = whoActed(body);
    const about = readFormMetadata(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const rows = readFormRows(values);
    const openedOn = about?.openedOn ?? 'check-in';
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
      (form, texts) => answerForm(form, { rows, openedOn }, texts),
    );
    if (saved === undefined || !('state' in saved)) return;
    if (openedOn === 'home') {
      const { outcome, state } = saved;
      await publishHome(client, {
        ...who,
        said: outcome === 'saved' ? (texts) => formSavedText(state.checkIn, texts) : undefined,
      });
    }
    await drawChanged(parts, client, saved);
  };
}

interface SentForm {
  readonly rows: readonly FormRowSent[];
  readonly openedOn: FormOpenedOn;
}

/**
 * The form closes where what is in sight shows what was saved. Where it can never be saved it makes room for the reason,
 * and for what was chosen and typed.
 */
function answerForm(saved: SavedForm, { rows, openedOn }: SentForm, texts: Texts): FormAnswer {
  const { submission } = texts;
  const become = (view: ModalView): FormAnswer => ({ response_action: 'update', view });
  const instead = (why: string, codes: readonly string[]) =>
    become(formNotSavedModal(why, rows, codes, texts));
  switch (saved.outcome) {
    case 'saved': {
      const closed = saved.changes.answers.flatMap(({ position }) => {
        const item = saved.state.checkIn.items[position];
        return item?.closed === true ? [item.indicatorCode] : [];
      });
      const newer = saved.newerNotes.flatMap(({ position, text }) => {
        const item = saved.state.checkIn.items[position];
        return item === undefined ? [] : [{ item, written: text }];
      });
      if (closed.length + newer.length > 0) return become(savedWithoutModal({ closed, newer }, texts));
      if (openedOn !== 'elsewhere') return undefined;
      const { checkIn, recipient } = saved.state;
      return become(formSavedModal({ checkIn, timeZone: recipient.timeZone }, texts));
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
