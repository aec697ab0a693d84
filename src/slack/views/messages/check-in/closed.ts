import { answeredCount, countedItems } from '../../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { type Block, context, type Message, section } from '../../../blocks/build.ts';
import { answerLines } from './answer-lines.ts';
import { type CheckInModel, until } from './model.ts';

/** A check-in that takes no more answers. */
export function closedBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn } = model;
  const { checkIn: words } = texts;
  const count = countedItems(checkIn).length;
  const answered = answeredCount(checkIn);
  return [
    section(closedText(model, texts)),
    // Whoever skipped it is not told what they did not answer.
    ...(count === 0 || (answered === 0 && checkIn.skippedAt !== undefined)
      ? []
      : [context(words.closedAnswers(answered, count)), section(answerLines(model, texts))]),
  ];
}

/** The same in a line, where another message spoke of it. */
export function closedLineMessage(model: ClosedModel, texts: Texts): Message {
  const text = closedText(model, texts);
  return { text, blocks: [section(text)] };
}

type ClosedModel = Pick<CheckInModel, 'checkIn' | 'timeZone' | 'now'>;

export function closedText(model: ClosedModel, texts: Texts): string {
  const { checkIn, now } = model;
  const { checkIn: words, dates } = texts;
  const week = dates.week(checkIn.period);
  return now < checkIn.closesAt ? words.nothingToAsk(week) : words.closed(week, until(model, texts));
}
