import type { Home } from '../domain/home/home.ts';
import { readRequest } from '../domain/request/read-request.ts';
import type { WhereItIs } from '../domain/request/where-it-is.ts';
import type { LookUp } from '../domain/standard/look-up.ts';
import type { Context } from './context.ts';
import { lookUp, lookUpAskFor } from './look-up.ts';
import { showHome } from './show-home.ts';
import { type StartedCheckIn, startCheckIn } from './start-check-in.ts';

/** What is answered to words: something found, what became of a wish, or a short line. */
export type WordsAnswer =
  | { readonly kind: 'look-up'; readonly found: LookUp }
  | { readonly kind: 'check-in'; readonly started: StartedCheckIn }
  | { readonly kind: 'me'; readonly home: Home }
  | ({ readonly kind: 'where-is' } & WhereItIs)
  | { readonly kind: 'help' | 'greeting' | 'thanks' | 'all-right' | 'no-words' };

/** Does what somebody asked for in words. A look-up is answered from memory alone, without a statement. */
export async function answerWords(
  context: Context,
  who: { readonly workspaceId: string; readonly slackUserId: string },
  { text, standardCodes }: { readonly text: string; readonly standardCodes: readonly string[] },
): Promise<WordsAnswer> {
  const request = readRequest(text);
  switch (request.kind) {
    case 'look-up':
      return { kind: 'look-up', found: lookUp(context.library, request.asked, standardCodes) };
    case 'how-to-look-up':
      return { kind: 'look-up', found: lookUp(context.library, '', standardCodes) };
    case 'where-is': {
      const lookUpAsk = lookUpAskFor(context.library, request.asked, standardCodes);
      return { ...request, lookUpAsk };
    }
    case 'check-in':
      return { kind: 'check-in', started: await startCheckIn(context, who) };
    case 'me':
      return { kind: 'me', home: await showHome(context, who) };
    default:
      return { kind: request.kind };
  }
}
