import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { lookUp } from '../../../usecases/look-up.ts';
import { LOOK_UP_QUESTION, lookUpModal } from '../../views/modals/look-up.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import type { Submission } from './submission.ts';

const { blockId, actionId } = LOOK_UP_QUESTION;

const values = z.object({
  [blockId]: z.object({ [actionId]: z.object({ value: z.string().nullish() }) }),
});

/** A question in the look-up's modal is answered in the same modal, below the field for the next one. */
export function lookUpSubmission({ context, findCaller, log }: ListenerParts) {
  return async ({ body, view, ack }: Submission): Promise<void> => {
    const { workspaceId, slackUserId } = whoActed(body);
    try {
      const question = values.safeParse(view.state.values).data?.[blockId]?.[actionId]?.value ?? '';
      const { locale, standardCodes } = await findCaller(workspaceId, slackUserId);
      const found = lookUp(context.library, question, standardCodes);
      await ack({ response_action: 'update', view: lookUpModal(found, textsFor(locale)) });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'look-up');
      await ack({
        response_action: 'errors',
        errors: { [blockId]: textsFor('zh-TW').refusal.notAnswered(reference) },
      });
    }
  };
}
