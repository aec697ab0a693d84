import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { lookUp } from '../../../usecases/look-up.ts';
import { unescapeMrkdwn } from '../../blocks/escape.ts';
import { competencyMessage } from '../../views/messages/competency.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

/** `/competency T2.2`: answered in the acknowledgement itself, to the caller alone. */
export function competencyCommand({ context, findCaller, log }: ListenerParts) {
  return async ({ command, ack }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    try {
      const { locale, standardCodes } = await findCaller(command.team_id, command.user_id);
      const { text, blocks } = competencyMessage(
        lookUp(context.library, unescapeMrkdwn(command.text ?? ''), standardCodes),
        textsFor(locale).competency,
      );
      await ack({ response_type: 'ephemeral', text, blocks });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'competency');
      await ack({ response_type: 'ephemeral', text: textsFor('zh-TW').refusal.notAnswered(reference) });
    }
  };
}
