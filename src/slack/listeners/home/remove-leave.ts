import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { removeLeave } from '../../../usecases/remove-leave.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { leaveModal } from '../../views/modals/leave.ts';
import type { ListenerParts } from '../parts.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { PublishHome } from './publish-home.ts';
import { redrawModal } from './redraw-modal.ts';

/** *Remove* beside a leave, in the form that lists them: the form and Home are drawn anew, and Home says it. */
export function removeLeaveAction(parts: ListenerParts, publishHome: PublishHome) {
  return answerHomeTap(
    parts,
    publishHome,
    {
      what: 'remove-leave',
      saidAt: 'settings',
      failed: ({ home }, reference) => home.notRemoved(reference),
    },
    async (tapped, who) => {
      const leaveId = z.uuid().safeParse(tapped.action.value).data;
      const removed = leaveId && (await removeLeave(parts.context, { ...who, leaveId }));
      await redrawModal(parts, tapped, async () => {
        const home = await showHome(parts.context, who);
        return home.kind === 'member' ? leaveModal(home, textsFor(home.locale)) : undefined;
      });
      return removed && removed.outcome === 'done' ? ({ leave }) => leave.removed : undefined;
    },
  );
}
