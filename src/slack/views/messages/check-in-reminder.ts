import { answeredCount, countedItems, stageOfAnswers } from '../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Message, section } from '../../blocks/build.ts';
import { formButton, laterElements } from './check-in/around.ts';
import { type CheckInModel, minutesFor, until } from './check-in/model.ts';
import { REMINDER_ENDED, REMINDER_ROW, rowId } from './check-in-actions.ts';

/**
 * A private word that a check-in is still open, and until when. It stands while answers come in, so it does not count
 * what is left.
 */
export function checkInReminderMessage(
  model: Pick<CheckInModel, 'checkIn' | 'timeZone' | 'now'>,
  texts: Texts,
): Message {
  const { checkIn } = model;
  const { checkInReminder: words, dates } = texts;
  const week = dates.week(checkIn.period);
  const items = countedItems(checkIn).length;
  const text =
    answeredCount(checkIn) === 0
      ? words.waiting(week, items, minutesFor(items), until(model, texts))
      : words.unfinished(week, until(model, texts));
  return {
    text,
    blocks: [
      section(text),
      actions(rowId(REMINDER_ROW, checkIn.checkInId), [
        formButton(texts.checkInReminder.answerNow),
        ...laterElements(model, texts),
      ]),
    ],
  };
}

/**
 * What a reminder ends as, when its check-in asks no more: a line, and nothing to tap. It stays as it is whatever comes
 * after, so it says of the check-in only what cannot become false.
 */
export function endedReminderMessage(model: Pick<CheckInModel, 'checkIn' | 'now'>, texts: Texts): Message {
  const text = endedText(model, texts);
  return { text, blocks: [{ ...section(text), block_id: REMINDER_ENDED }] };
}

function endedText({ checkIn, now }: Pick<CheckInModel, 'checkIn' | 'now'>, texts: Texts): string {
  const { checkInReminder: words, dates } = texts;
  const week = dates.week(checkIn.period);
  const stage = stageOfAnswers(checkIn, now);
  if (stage === 'answered' || stage === 'skipped') return words.done(week);
  return (now < checkIn.closesAt ? words.nothingToAsk : words.closed)(week);
}
