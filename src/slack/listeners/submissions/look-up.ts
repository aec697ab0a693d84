import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { lookUp } from '../../../usecases/look-up.ts';
import { LOOK_UP_QUESTION, lookUpModal } from '../../views/modals/look-up.ts';
import { inTime } from '../in-time.ts';
import { localeOf } from '../locale-of.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import { whoActed } from '../who-acted.ts';
import { errorsOn } from './acknowledge.ts';
import type { Submission } from './submission.ts';

const { blockId, actionId } = LOOK_UP_QUESTION;

const values = z.object({
  [blockId]: z.object({ [actionId]: z.object({ value: z.string().nullish() }) }),
});

/** A question in the look-up's modal is answered in the same modal, below the field for the next one. */
export function lookUpSubmission(parts: ListenerParts) {
  const { context, findCaller, log } = parts;
  return async ({ body, view, ack }: Submission): Promise<void> => {
    const who = whoActed(body);
    try {
      const question = values.safeParse(view.state.values).data?.[blockId]?.[actionId]?.value ?? '';
      const caller = await inTime(findCaller(who.workspaceId, who.slackUserId));
      if (caller === undefined) throw new Error('it took too long to find out who asks');
      const found = lookUp(context.library, question, caller.standardCodes);
      await ack({ response_action: 'update', view: lookUpModal(found, textsFor(caller.locale)) });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'look-up');
      const { refusal } = textsFor(await localeOf(parts, who));
      await ack(errorsOn({ [blockId]: refusal.notAnswered(reference) }));
    }
  };
}
