import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { reopenCheckIn } from '../../../usecases/reopen-check-in.ts';
import { CHECK_IN_ACTIONS, readCheckInValue } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { redrawTapped } from './redraw-tapped.ts';
import { sayPrivately, tappedPlace, workspaceOf } from './reply.ts';

type ReopenArguments = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;

/** *Change answers* shows a completed check-in's answers again, *Done* puts them away. */
export function reopenCheckInAction(parts: ListenerParts) {
  return async (tapped: ReopenArguments): Promise<void> => {
    const { body, action, ack, respond } = tapped;
    const { context, findCaller, log } = parts;
    await ack();
    const workspaceId = workspaceOf(body);
    const slackUserId = body.user.id;
    const checkInId = readCheckInValue(action.value);
    const reopened = action.action_id === CHECK_IN_ACTIONS.reopen;
    try {
      const reopenedNow =
        checkInId === undefined
          ? undefined
          : await reopenCheckIn(context, { workspaceId, slackUserId, checkInId, reopened });
      if (reopenedNow !== undefined) {
        await redrawTapped(parts, { ...tapped, place: tappedPlace(body) }, reopenedNow);
        return;
      }
      const { locale } = await findCaller(workspaceId, slackUserId);
      await sayPrivately(parts, respond, textsFor(locale).refusal.notYours);
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'reopen-check-in');
      await sayPrivately(parts, respond, textsFor('zh-TW').refusal.notAnswered(reference));
    }
  };
}
