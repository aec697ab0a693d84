import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import { unescapeMrkdwn } from '../../blocks/escape.ts';
import { answerInWords } from '../answer-words.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

/** `/competency T2.2`, `me`, `check-in`: answered in the acknowledgement itself, to the caller alone. */
export function competencyCommand(parts: ListenerParts) {
  const { context, log } = parts;
  return async ({ command, ack }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const who = { workspaceId: command.team_id, slackUserId: command.user_id };
    try {
      const asked = unescapeMrkdwn(command.text ?? '');
      const { text, blocks } = await answerInWords(
        parts,
        who,
        asked.trim() === '' ? 'help' : asked,
        'command',
      );
      await ack({ response_type: 'ephemeral', text, blocks });
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'competency');
      await ack({ response_type: 'ephemeral', text: textsFor('zh-TW').refusal.notAnswered(reference) });
    }
  };
}
