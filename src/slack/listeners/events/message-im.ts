import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { textsFor } from '../../../texts/texts.ts';
import type { Message } from '../../blocks/build.ts';
import { unescapeMrkdwn } from '../../blocks/escape.ts';
import { answerInWords } from '../answer-words.ts';
import { localeOf } from '../locale-of.ts';
import type { ListenerParts } from '../parts.ts';
import { logWithReference } from '../reference.ts';

/**
 * Something a person wrote to the bot, perhaps with a file; joins, edits and bots' own messages have another subtype or a
 * bot id.
 */
const writtenByPerson = z.object({
  channel_type: z.literal('im'),
  channel: z.string(),
  user: z.string(),
  text: z.string().nullish(),
  thread_ts: z.string().optional(),
  subtype: z.literal('file_share').optional(),
  bot_id: z.undefined().optional(),
});

/**
 * Lets through what a person wrote. Slack also tells of everything that the bot itself posts and redraws: that is not
 * even noted.
 */
export async function fromPeople({
  event,
  next,
}: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> {
  if (writtenByPerson.safeParse(event).success) await next();
}

/**
 * Words written to the bot are answered like those after `/competency`, in the thread they were written in. What is not
 * `fromPeople` never comes here.
 */
export function messageImEvent(parts: ListenerParts) {
  const { context, calls, log } = parts;
  return async ({
    event,
    body,
    client,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const { channel, user, thread_ts, text } = writtenByPerson.parse(event);
    const who = { workspaceId: body.team_id, slackUserId: user };
    const say = ({ text: said, blocks }: Pick<Message, 'text'> & Partial<Message>) =>
      calls.post(who.workspaceId, user, () =>
        client.chat.postMessage({
          channel,
          text: said,
          ...(blocks === undefined ? {} : { blocks }),
          ...(thread_ts === undefined ? {} : { thread_ts }),
        }),
      );
    let answer: Message;
    try {
      const asked = withoutMentions(text ?? '');
      answer = await answerInWords(parts, who, asked, 'words');
    } catch (error) {
      const reference = logWithReference(log, context.newId, error, 'message-im');
      const { refusal } = textsFor(await localeOf(parts, who));
      await sayOrLog(() => say({ text: refusal.notAnswered(reference) }));
      return;
    }
    await sayOrLog(() => say(answer));
  };

  async function sayOrLog(say: () => Promise<unknown>): Promise<void> {
    try {
      await say();
    } catch (error) {
      logWithReference(log, context.newId, error, 'message-im');
    }
  }
}

/** `<@U0BOT> check-in` is said to nobody else: what Slack marks up is left out, what was typed is read as typed. */
function withoutMentions(text: string): string {
  return unescapeMrkdwn(withoutLinks(text.replace(/<[@!][^<>]*>/g, ' ')));
}

/** What Slack has made a link of, as it was typed: `<http://icap.tw|icap.tw>` and `<https://icap.tw>`. */
function withoutLinks(text: string): string {
  return text.replace(/<(?:[^<>|]*\|)?([^<>]*)>/g, '$1');
}
