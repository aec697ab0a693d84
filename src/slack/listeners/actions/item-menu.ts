import type { BlockOverflowAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import { findOwnItem, type OwnItemInContext } from '../../../usecases/find-own-item.ts';
import { readItemChoice } from '../../views/messages/check-in-actions.ts';
import { evidenceModal } from '../../views/modals/evidence.ts';
import { indicatorDetailsModal } from '../../views/modals/indicator-details.ts';
import { noteModal } from '../../views/modals/note.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';

type Choice = NonNullable<ReturnType<typeof readItemChoice>>['answer'];

const MODALS: Record<Choice, (model: OwnItemInContext, texts: Texts) => ModalView> = {
  details: indicatorDetailsModal,
  note: noteModal,
  evidence: evidenceModal,
};

/** The ⋯ menu of an item: *details*, *note* and *evidence* open for the member whose check-in it is. */
export function itemMenuAction(parts: ListenerParts) {
  return answerTap<BlockOverflowAction>(
    parts,
    { what: 'item-menu', failed: ({ refusal }, reference) => refusal.notOpened(reference) },
    async ({ action, body, client, respond }, who) => {
      const asked = readItemChoice(action);
      if (asked === undefined) return ({ refusal }) => refusal.notAnAnswer;
      const target = { ...who, checkInId: asked.checkIn, position: asked.item };
      const found = await findOwnItem(parts.context, target);
      if (found === undefined) return ({ refusal }) => refusal.notYours;
      const view = MODALS[asked.answer](found, textsFor(found.locale));
      await openModal(parts, { client, triggerId: body.trigger_id, respond }, view, found.locale);
      return undefined;
    },
  );
}
