import { answeredCount, isSkippedLate } from '../../../../domain/check-in/check-in.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { type Block, button, section } from '../../../blocks/build.ts';
import { CHECK_IN_ACTIONS, rowId } from '../check-in-actions.ts';
import { type CheckInModel, until } from './model.ts';

/** One line, and the way back. */
export function skippedBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn: words } = texts;
  return [
    section(
      skippedText(model, texts),
      button({ actionId: CHECK_IN_ACTIONS.unskip, text: words.unskip }),
      rowId('check-in-skipped', model.checkIn.checkInId),
    ),
  ];
}

export function skippedText(model: CheckInModel, texts: Texts): string {
  const { checkIn: words, dates } = texts;
  const [week, answered] = [dates.week(model.checkIn.period), answeredCount(model.checkIn)];
  const [whole, inPart] = isSkippedLate(model.checkIn)
    ? [words.skippedLate, words.skippedLateInPart]
    : [words.skipped, words.skippedInPart];
  const closes = until(model, texts);
  return answered === 0 ? whole(week, closes) : inPart(week, answered, closes);
}
