import type { AllMiddlewareArgs, BlockButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { reopenCheckIn } from '../../../usecases/reopen-check-in.ts';
import { CHECK_IN_ACTIONS, readCheckInValue } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { sayPrivately, workspaceOf } from './reply.ts';

/** *Change answers* shows a completed check-in's answers again, *Done* puts them away. */
export function reopenCheckInAction({ context, findCaller, renderCheckIn, redraw, log }: ListenerParts) {
  return async ({
    body,
    action,
    ack,
    respond,
  }: SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const workspaceId = workspaceOf(body);
    const { locale } = await findCaller(workspaceId, body.user.id);
    const { refusal } = textsFor(locale);
    try {
      const checkInId = readCheckInValue(action.value);
      const state =
        checkInId === undefined
          ? undefined
          : await reopenCheckIn(context, {
              workspaceId,
              slackUserId: body.user.id,
              checkInId,
              reopened: action.action_id === CHECK_IN_ACTIONS.reopen,
            });
      if (state === undefined) {
        await sayPrivately(respond, refusal.notYours);
        return;
      }
      await redraw(state, async (newest) => {
        await respond({ ...renderCheckIn(newest), replace_original: true });
      });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'reopen-check-in');
      await sayPrivately(respond, refusal.notAnswered(reference));
    }
  };
}
