import type { BlockButtonAction } from '@slack/bolt';
import { reopenCheckIn } from '../../../usecases/reopen-check-in.ts';
import { CHECK_IN_ACTIONS, readCheckIn } from '../../views/messages/check-in-actions.ts';
import type { ListenerParts } from '../parts.ts';
import { answerTap } from './answer-tap.ts';
import { redrawTapped } from './redraw-tapped.ts';
import { tappedPlace } from './reply.ts';

/** *Change answers* shows a completed check-in's answers again, *Done* puts them away. */
export function reopenCheckInAction(parts: ListenerParts) {
  return answerTap<BlockButtonAction>(
    parts,
    { what: 'reopen-check-in', failed: ({ refusal }, reference) => refusal.notDone(reference) },
    async (tapped, who) => {
      const { action, body } = tapped;
      const checkInId = readCheckIn(action);
      const reopened = action.action_id === CHECK_IN_ACTIONS.reopen;
      const changed = checkInId && (await reopenCheckIn(parts.context, { ...who, checkInId, reopened }));
      if (!changed) return ({ refusal }) => refusal.notYours;
      await redrawTapped(parts, { ...tapped, place: tappedPlace(body) }, changed);
      return undefined;
    },
  );
}
