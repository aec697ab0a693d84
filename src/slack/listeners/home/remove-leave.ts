import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { removeLeave } from '../../../usecases/remove-leave.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { leaveModal } from '../../views/modals/leave.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import type { Who } from '../who-acted.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

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
      await redrawForm(parts, tapped, who);
      return removed && removed.outcome === 'done' ? ({ leave }) => leave.removed : undefined;
    },
  );
}

/** What is removed is so, whether or not the form can show it. */
async function redrawForm(
  { context, log }: ListenerParts,
  { body, client }: HomeTap,
  who: Who,
): Promise<void> {
  try {
    const home = await showHome(context, who);
    if (home.kind !== 'member' || body.view === undefined) return;
    const { id, hash } = body.view;
    await client.views.update({ view_id: id, hash, view: leaveModal(home, textsFor(home.locale)) });
  } catch (error) {
    logWithReference(log, context.newId, error, 'redraw-leave');
  }
}
