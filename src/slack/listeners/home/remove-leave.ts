import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { removeLeave } from '../../../usecases/remove-leave.ts';
import { showHome } from '../../../usecases/show-home.ts';
import { leaveModal } from '../../views/modals/leave.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { HomeRequest, PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

/** *Remove* beside a leave, in the form that lists them: the form and Home are drawn anew, and Home says it. */
export function removeLeaveAction({ context, log }: ListenerParts, publishHome: PublishHome) {
  return async ({ ack, client, action, body }: HomeTap): Promise<void> => {
    await ack();
    const who = whoActed(body);
    let said: HomeRequest['said'];
    try {
      const leaveId = z.uuid().safeParse(action.value).data;
      const removed = leaveId !== undefined && (await removeLeave(context, { ...who, leaveId }));
      if (removed && removed.outcome === 'done') said = ({ leave }) => leave.removed;
      const home = await showHome(context, who);
      if (home.kind === 'member' && body.view !== undefined) {
        const { id, hash } = body.view;
        await client.views.update({ view_id: id, hash, view: leaveModal(home, textsFor(home.locale)) });
      }
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'remove-leave');
      // What is removed is so, whether or not the form could show it.
      said ??= ({ home }) => home.notRemoved(reference);
    }
    await publishHome(client, { ...who, saidAt: 'settings', said });
  };
}
