import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { removeLeave } from '../../../usecases/remove-leave.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { leaveModal } from '../../views/modals/leave.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

/** *Remove* beside a leave, in the form that lists them: the form and Home are drawn anew. */
export function removeLeaveAction({ context, log }: ListenerParts, publishHome: PublishHome) {
  return async (tapped: HomeTap): Promise<void> => {
    await tapped.ack();
    const { client, action, body } = tapped;
    const who = whoActed(tapped.body);
    try {
      const leaveId = z.uuid().safeParse(action.value).data;
      if (leaveId !== undefined) await removeLeave(context, { ...who, leaveId });
      const home = await showHome(context, who);
      if (home.kind === 'member' && body.view !== undefined) {
        const { id, hash } = body.view;
        await client.views.update({ view_id: id, hash, view: leaveModal(home, textsFor(home.locale)) });
      }
    } catch (error) {
      logWithReference(log, context.newId, error, 'remove-leave');
    }
    await publishHome(client, who);
  };
}
