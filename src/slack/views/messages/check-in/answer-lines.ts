import { countedItems } from '../../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { escapeMrkdwn } from '../../../blocks/escape.ts';
import { truncate } from '../../../blocks/truncate.ts';
import { besideAnswer } from './beside-answer.ts';
import { answerText, type CheckInModel } from './model.ts';

/** Enough of an indicator to know it again; ten of them fit a section even when every character is escaped. */
const EXCERPT = 32;

/** Between a number and its word: they stay on one line. */
const NO_BREAK = '\u00a0';

/**
 * A line an item: what was answered, then how the indicator begins, for several of them may be of one task; below it
 * what there is beside the answer.
 */
export function answerLines({ checkIn, indicators }: CheckInModel, texts: Texts): string {
  return countedItems(checkIn)
    .map((item) => {
      const text = indicators[item.position]?.text.replace(/\s+/gu, ' ');
      const excerpt = text === undefined ? '' : `　${escapeMrkdwn(truncate(text, EXCERPT))}`;
      const answer = item.answer === undefined ? texts.checkIn.notAnswered : answerText(item.answer, texts);
      const marks = besideAnswer(item, texts).map((mark) => `\n${mark}`);
      return `*${item.indicatorCode}*　*${answer.replace(/(?<=^\d) /, NO_BREAK)}*${excerpt}${marks.join('')}`;
    })
    .join('\n');
}
