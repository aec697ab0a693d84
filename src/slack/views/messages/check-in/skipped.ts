import type { Texts } from '../../../../texts/texts.ts';
import { type Block, button, section } from '../../../blocks/build.ts';
import { CHECK_IN_ACTIONS, checkInValue } from '../check-in-actions.ts';
import { type CheckInModel, until } from './model.ts';

/** One line, and the way back. */
export function skippedBlocks(model: CheckInModel, texts: Texts): Block[] {
  const { checkIn: words } = texts;
  return [
    section(
      skippedText(model, texts),
      button({
        actionId: CHECK_IN_ACTIONS.unskip,
        text: words.unskip,
        value: checkInValue(model.checkIn.checkInId),
      }),
    ),
  ];
}

export function skippedText(model: CheckInModel, texts: Texts): string {
  return texts.checkIn.skipped(texts.dates.week(model.checkIn.period), until(model, texts));
}
