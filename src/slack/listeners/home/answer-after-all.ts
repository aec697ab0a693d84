import { answerAfterAll } from '../../../usecases/skip-check-in.ts';
import { readCheckInValue } from '../../views/messages/check-in-actions.ts';
import { drawChanged } from '../draw-changed.ts';
import type { ListenerParts } from '../parts.ts';
import { answerHomeTap } from './answer-home-tap.ts';
import type { PublishHome } from './publish-home.ts';

/** *Answer after all* asks again what was skipped; Home and the check-in's message show it. */
export function answerAfterAllAction(parts: ListenerParts, publishHome: PublishHome) {
  return answerHomeTap(
    parts,
    publishHome,
    {
      what: 'answer-after-all',
      saidAt: 'top',
      failed: ({ refusal }, reference) => refusal.notSaved(reference),
    },
    async ({ action, client }, who) => {
      const checkInId = readCheckInValue(action.value);
      const changed = checkInId && (await answerAfterAll(parts.context, { ...who, checkInId }));
      if (!changed) return ({ refusal }) => refusal.notYours;
      await drawChanged(parts, client, changed);
      return undefined;
    },
  );
}
