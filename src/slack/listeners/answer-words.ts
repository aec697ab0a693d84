import { textsFor } from '../../texts/texts.ts';
import { answerWords } from '../../usecases/answer-words.ts';
import type { Message } from '../blocks/build.ts';
import { competencyMessage } from '../views/messages/competency.ts';
import { ownStandingMessage } from '../views/messages/own-standing.ts';
import { startedCheckInMessage } from '../views/messages/started-check-in.ts';
import { whereItIsMessage } from '../views/messages/where-it-is.ts';
import { helpMessage, shortMessage } from '../views/messages/words.ts';
import type { ListenerParts } from './parts.ts';

/** What to say to words: those after the command, or those written to the bot. */
export async function answerInWords(
  { context, findCaller }: Pick<ListenerParts, 'context' | 'findCaller'>,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  text: string,
  asking: 'command' | 'words',
): Promise<Message> {
  const { locale, timeZone, standardCodes } = await findCaller(who.workspaceId, who.slackUserId);
  const texts = textsFor(locale);
  const answer = await answerWords(context, who, { text, standardCodes });
  switch (answer.kind) {
    case 'look-up':
      return competencyMessage(answer.found, texts.competency, asking);
    case 'check-in':
      return startedCheckInMessage(answer.started, timeZone, texts);
    case 'me':
      return ownStandingMessage(answer.home, texts, asking);
    case 'where-is':
      return whereItIsMessage(answer, texts.whereItIs, asking);
    case 'help':
      return helpMessage(texts.words, asking);
    default:
      return shortMessage(answer.kind, texts.words, asking);
  }
}
