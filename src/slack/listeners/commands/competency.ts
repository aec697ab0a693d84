import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { textsFor } from '../../../texts/texts.ts';
import type { Message } from '../../blocks/build.ts';
import { unescapeMrkdwn } from '../../blocks/escape.ts';
import { answerInWords } from '../answer-words.ts';
import { inTime } from '../in-time.ts';
import { localeOf } from '../locale-of.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';
import type { Who } from '../who-acted.ts';

/**
 * `/competency T2.2`, `me`, `check-in`: answered in the acknowledgement itself, to the caller alone. What takes longer
 * than Slack waits is answered when it is there.
 */
export function competencyCommand(parts: ListenerParts) {
  const { context, log } = parts;
  return async ({ command, ack, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const who = { workspaceId: command.team_id, slackUserId: command.user_id };
    const answering = answer(who, unescapeMrkdwn(command.text ?? ''));
    const answered = await inTime(answering);
    if (answered !== undefined) {
      await ack({ response_type: 'ephemeral', ...answered });
      return;
    }
    await ack();
    try {
      await respond({ response_type: 'ephemeral', ...(await answering) });
    } catch (error) {
      logWithReference(log, context.newId, error, 'competency');
    }
  };

  async function answer(who: Who, asked: string): Promise<Pick<Message, 'text'> & Partial<Message>> {
    try {
      const { text, blocks } = await answerInWords(
        parts,
        who,
        asked.trim() === '' ? 'help' : asked,
        'command',
      );
      return { text, blocks };
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'competency');
      return { text: textsFor(await localeOf(parts, who)).refusal.notAnswered(reference) };
    }
  }
}
