import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { readCheckInValue } from '../../views/messages/check-in-actions.ts';
import { checkInFormModal } from '../../views/modals/check-in-form.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

/** *Answer in one form* opens all the items of a check-in for its member. */
export function openCheckInFormAction(parts: ListenerParts) {
  return async ({
    body,
    action,
    ack,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs): Promise<void> => {
    const { context, findCaller, log } = parts;
    await ack();
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    const checkInId = readCheckInValue(action.value);
    try {
      const found = checkInId && (await findOwnCheckIn(context, { workspaceId, slackUserId, checkInId }));
      if (!found) {
        const { locale } = await findCaller(workspaceId, slackUserId);
        await sayPrivately(parts, respond, textsFor(locale).refusal.notYours);
        return;
      }
      const view = checkInFormModal(found, textsFor(found.locale));
      await openModal(parts, { client, triggerId: body.trigger_id, respond }, view, found.locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'open-check-in-form');
      await sayPrivately(parts, respond, textsFor('zh-TW').refusal.notOpened(reference));
    }
  };
}
