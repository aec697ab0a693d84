import type { Texts } from '../../../texts/texts.ts';
import { context, type Message, section } from '../../blocks/build.ts';
import { escapeMrkdwn } from '../../blocks/escape.ts';

/** One line to an administrator: who has joined, shown by Slack from their id, and how to add them. */
export function newcomerMessage(slackUserId: string, { newcomer: words }: Texts): Message {
  const id = escapeMrkdwn(slackUserId);
  const joined = words.joined(`<@${id}>`);
  return { text: joined, blocks: [section(joined), context(words.howToAdd(id))] };
}
