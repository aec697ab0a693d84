import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Texts } from '../../../texts/texts.ts';
import { recordForm, type SavedForm } from '../../../usecases/record-form.ts';
import {
  FORM_FIELDS,
  readFormMetadata,
  readFormRows,
  savedWithoutModal,
} from '../../views/modals/check-in-form.ts';
import { readFormValues, readMetadata } from '../../views/modals/form-values.ts';
import { readVisibility, VISIBILITY_FIELD } from '../../views/modals/visibility-choice.ts';
import { workspaceOf } from '../actions/reply.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { acknowledgeSaved, errorsOn, type FormAnswer } from './acknowledge.ts';

/** The answers and notes of a form are saved together, and the check-in's message shows them. */
export function checkInFormSubmission(parts: ListenerParts) {
  return async ({
    body,
    view,
    ack,
    client,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    const about = readFormMetadata(readMetadata(view.private_metadata));
    const values = readFormValues(view.state.values);
    const saved = await acknowledgeSaved(
      parts,
      // Every form has this field, whatever became of its items.
      { workspaceId, slackUserId, ack, field: VISIBILITY_FIELD.block, what: 'check-in-form' },
      async (): Promise<SavedForm> => {
        if (about === undefined) return { outcome: 'not-found' };
        return await recordForm(
          parts.context,
          { workspaceId, slackUserId, checkInId: about.checkIn },
          { shown: about.shown, rows: readFormRows(values), visibility: readVisibility(values) },
        );
      },
      answerForm,
    );
    if (saved !== undefined && 'state' in saved) await drawChanged(parts, client, saved);
  };
}

function answerForm(saved: SavedForm, texts: Texts): FormAnswer {
  const { submission } = texts;
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
      return errorsOn({ [VISIBILITY_FIELD.block]: submission.closed });
    case 'not-found':
      return errorsOn({ [VISIBILITY_FIELD.block]: submission.notFound });
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
