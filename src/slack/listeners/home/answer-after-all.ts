import { answerAfterAll } from '../../../usecases/skip-check-in.ts';
import { readCheckInValue } from '../../views/messages/check-in-actions.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { PublishHome } from './publish-home.ts';
import type { HomeTap } from './tapped-home.ts';

/** *Answer after all* asks again what was skipped; Home and the check-in's message show it. */
export function answerAfterAllAction(parts: ListenerParts, publishHome: PublishHome) {
  const { context, log } = parts;
  return async (tapped: HomeTap): Promise<void> => {
    const { ack, action, client } = tapped;
    await ack();
    const who = whoActed(tapped.body);
    const checkInId = readCheckInValue(action.value);
    try {
      const changed =
        checkInId === undefined ? undefined : await answerAfterAll(context, { ...who, checkInId });
      if (changed !== undefined) await drawChanged(parts, client, changed);
      await publishHome(client, {
        ...who,
        said: changed === undefined ? ({ refusal }) => refusal.notYours : undefined,
      });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'answer-after-all');
      await publishHome(client, { ...who, said: ({ refusal }) => refusal.notSaved(reference) });
    }
  };
}
