import { answeredCount, countedItems } from '../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../texts/texts.ts';
import { actions, type Message, section } from '../../blocks/build.ts';
import { formButton, laterElements } from './check-in/around.ts';
import { type CheckInModel, until } from './check-in/model.ts';
import { REMINDER_ROW } from './check-in-actions.ts';

/** A private word that a check-in is still open: how much of it, and until when. */
export function checkInReminderMessage(
  model: Pick<CheckInModel, 'checkIn' | 'timeZone' | 'now'>,
  texts: Texts,
): Message {
  const { checkIn } = model;
  const left = countedItems(checkIn).length - answeredCount(checkIn);
  const text = texts.checkInReminder.stillOpen(texts.dates.week(checkIn.period), left, until(model, texts));
  return {
    text,
    blocks: [
      section(text),
      actions(REMINDER_ROW, [
        ...formButton(model, texts.checkInReminder.answerNow),
        ...laterElements(model, texts),
      ]),
    ],
  };
}
