import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { recordRating } from '../../../usecases/record-rating.ts';
import { readTapValue } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

/** A tap on an answer: saved in one statement, acknowledged, then the message is redrawn from what was saved. */
export function rateAction({ context, findCaller, renderCheckIn, redraw, log }: ListenerParts) {
  return async ({
    body,
    action,
    ack,
    respond,
  }: SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs): Promise<void> => {
    const workspaceId = workspaceOf(body);
    const refuse = async (reason: 'notYours' | 'closed' | 'unknown' | 'notAnAnswer') => {
      const { locale } = await findCaller(workspaceId, body.user.id);
      await sayPrivately(respond, textsFor(locale).refusal[reason]);
    };
    const tap = readTapValue(action.value);
    if (tap === undefined) {
      await ack();
      await refuse('notAnAnswer');
      return;
    }
    try {
      const recorded = await recordRating(context, {
        workspaceId,
        slackUserId: body.user.id,
        checkInId: tap.checkIn,
        position: tap.item,
        answer: tap.answer === 'take-back' ? undefined : tap.answer,
        actionTs: action.action_ts,
      });
      await ack();
      if (recorded.outcome === 'not-yours' || recorded.outcome === 'unknown') {
        await refuse(recorded.outcome === 'unknown' ? 'unknown' : 'notYours');
        return;
      }
      if (recorded.outcome === 'closed') await refuse('closed');
      await redraw(recorded.state, async (state) => {
        await respond({ ...renderCheckIn(state), replace_original: true });
      });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'rate');
      await ack();
      const { locale } = await findCaller(workspaceId, body.user.id).catch(() => ({
        locale: 'zh-TW' as const,
      }));
      await sayPrivately(respond, textsFor(locale).refusal.notSaved(reference));
    }
  };
}
