import type { AllMiddlewareArgs, BlockOverflowAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { z } from 'zod';
import { type Texts, textsFor } from '../../../texts/texts.ts';
import { findOwnItem, type OwnItemInContext } from '../../../usecases/find-own-item.ts';
import { readItemChoice } from '../../views/messages/check-in-actions.ts';
import { evidenceModal } from '../../views/modals/evidence.ts';
import { indicatorDetailsModal } from '../../views/modals/indicator-details.ts';
import { noteModal } from '../../views/modals/note.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

type Choice = NonNullable<ReturnType<typeof readItemChoice>>['choice'];

const MODALS: Record<Choice, (model: OwnItemInContext, texts: Texts) => ModalView> = {
  details: indicatorDetailsModal,
  note: noteModal,
  evidence: evidenceModal,
};

const chosen = z.looseObject({ selected_option: z.looseObject({ value: z.string() }) });

/** The ⋯ menu of an item: *details*, *note* and *evidence* open for the member whose check-in it is. */
export function itemMenuAction(parts: ListenerParts) {
  return async ({
    body,
    action,
    ack,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockOverflowAction> & AllMiddlewareArgs): Promise<void> => {
    const { context, findCaller, log } = parts;
    await ack();
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    const asked = readItemChoice(chosen.safeParse(action).data?.selected_option.value);
    try {
      const target = asked && { workspaceId, slackUserId, checkInId: asked.checkIn, position: asked.item };
      const found = target && (await findOwnItem(context, target));
      if (asked === undefined || found === undefined) {
        const { refusal } = textsFor((await findCaller(workspaceId, slackUserId)).locale);
        await sayPrivately(parts, respond, asked === undefined ? refusal.notAnAnswer : refusal.notYours);
        return;
      }
      const view = MODALS[asked.choice](found, textsFor(found.locale));
      await openModal(parts, { client, triggerId: body.trigger_id, respond }, view, found.locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'item-menu');
      await sayPrivately(parts, respond, textsFor('zh-TW').refusal.notOpened(reference));
    }
  };
}
