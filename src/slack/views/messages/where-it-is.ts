import type { WhereItIs } from '../../../domain/request/where-it-is.ts';
import type { WhereItIsTexts } from '../../../texts/zh-TW/where-it-is.ts';
import type { Message } from '../../blocks/build.ts';
import { type Asking, buildPage } from './competency/page.ts';

/** One line that says where it is; below it how to look the word up, where a standard has it. */
export function whereItIsMessage(
  { topic, asked, lookUpAsk }: WhereItIs,
  texts: WhereItIsTexts,
  asking: Asking,
): Message {
  return buildPage(
    [
      { kind: 'paragraph', lines: [{ text: texts.where[topic] }] },
      ...(lookUpAsk === undefined
        ? []
        : [{ kind: 'small' as const, lines: [{ text: texts.inStandards(asked), ask: lookUpAsk }] }]),
    ],
    asking,
  );
}
