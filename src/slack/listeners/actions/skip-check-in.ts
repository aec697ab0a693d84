import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { findOwnCheckIn } from '../../../usecases/find-own-check-in.ts';
import { answerAfterAll } from '../../../usecases/skip-check-in.ts';
import { readCheckInValue } from '../../views/messages/check-in-actions.ts';
import { startedCheckInMessage } from '../../views/messages/started-check-in.ts';
import { checkInSkipModal, checkInSkipOutcome } from '../../views/modals/check-in-skip.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { isOnReminder, isOnStarted, redrawOwn } from './redraw-own.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

type ButtonArguments = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Skip this week* asks its member for a reason; where there is nothing to skip it says so at once. */
export function skipCheckInAction(parts: ListenerParts) {
  return async ({ body, action, ack, respond, client }: ButtonArguments): Promise<void> => {
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
      const { checkIn, stage, locale } = found;
      const texts = textsFor(locale);
      const reference = { checkIn: checkIn.checkInId, onReminder: isOnReminder(action) };
      const view =
        stage === 'open'
          ? checkInSkipModal(reference, texts)
          : checkInSkipOutcome(texts.checkInSkip[stage], texts);
      await openModal(parts, { client, triggerId: body.trigger_id, respond }, view, locale);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'open-check-in-skip');
      await sayPrivately(parts, respond, textsFor('zh-TW').refusal.notOpened(reference));
    }
  };
}

/** *Answer after all* asks again what was skipped; what was answered to *check-in* then says that it waits. */
export function unskipCheckInAction(parts: ListenerParts) {
  return async (tapped: ButtonArguments): Promise<void> => {
    const { body, action, ack, respond } = tapped;
    const { context, findCaller, log } = parts;
    await ack();
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    const checkInId = readCheckInValue(action.value);
    try {
      const changed =
        checkInId === undefined
          ? undefined
          : await answerAfterAll(context, { workspaceId, slackUserId, checkInId });
      if (changed !== undefined) {
        if (isOnStarted(action)) await respond({ ...startedMessage(changed), replace_original: true });
        await redrawOwn(parts, tapped, changed);
        return;
      }
      const { locale } = await findCaller(workspaceId, slackUserId);
      await sayPrivately(parts, respond, textsFor(locale).refusal.notYours);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'unskip-check-in');
      await sayPrivately(parts, respond, textsFor('zh-TW').refusal.notSaved(reference));
    }
  };
}

type TakenUp = NonNullable<Awaited<ReturnType<typeof answerAfterAll>>>;

function startedMessage({ state, stage }: TakenUp) {
  return startedCheckInMessage(
    stage === 'closed'
      ? { outcome: 'closed-for-this-period', nextAt: undefined }
      : { outcome: stage, state, nextAt: undefined },
    state.recipient.timeZone,
    textsFor(state.recipient.locale),
  );
}
