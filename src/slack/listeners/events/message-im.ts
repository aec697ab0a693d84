import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import { lookUp } from '../../../usecases/look-up.ts';
import { unescapeMrkdwn } from '../../blocks/escape.ts';
import { competencyMessage } from '../../views/messages/competency.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

/** Something a person wrote to the bot; joins, edits and bots' own messages have a subtype or a bot id. */
const writtenByPerson = z.object({
  channel_type: z.literal('im'),
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
});

/** A code or words written to the bot are answered like `/competency`. */
export function messageImEvent({ context, findCaller, calls, log }: ListenerParts) {
  return async ({
    event,
    body,
    client,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const message = writtenByPerson.safeParse(event);
    if (!message.success) return;
    const { channel, user, text: asked } = message.data;
    try {
      const { locale, standardCodes } = await findCaller(body.team_id, user);
      const answer = competencyMessage(
        lookUp(context.library, unescapeMrkdwn(asked), standardCodes),
        textsFor(locale).competency,
      );
      await calls.post(body.team_id, user, () => client.chat.postMessage({ channel, ...answer }));
    } catch (error) {
      logWithReference(log, context.newId, error, 'message-im');
    }
  };
}
