import type { BlockButtonAction } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { readCheckIn } from '../../views/messages/check-in-actions.ts';
import { checkInFormModal } from '../../views/modals/check-in-form.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';
import { isOnReminder, isOnStarted } from './redraw-own.ts';

/** *Answer in one form* opens all the items of a check-in for its member. */
export function openCheckInFormAction(parts: ListenerParts) {
  return answerTap<BlockButtonAction>(
    parts,
    { what: 'open-check-in-form', failed: ({ refusal }, reference) => refusal.notOpened(reference) },
    async ({ action, body, client, respond }, who) => {
      const checkInId = readCheckIn(action);
      const found = checkInId && (await findOwnCheckIn(parts.context, { ...who, checkInId }));
      if (!found) return ({ refusal }) => refusal.notYours;
      const openedOn = isOnReminder(action) || isOnStarted(action) ? 'elsewhere' : 'check-in';
      const view = checkInFormModal({ ...found, openedOn }, textsFor(found.locale));
      await openModal(parts, { client, triggerId: body.trigger_id, respond }, view, found.locale);
      return undefined;
    },
  );
}
