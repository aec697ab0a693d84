import { REMIND_WHEN } from '../../../../domain/check-in/reminders.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { type ActionElements, button } from '../../../blocks/build.ts';
import { select } from '../../../blocks/inputs.ts';
import { CHECK_IN_ACTIONS, checkInValue, remindChoiceValue } from '../check-in-actions.ts';
import type { CheckInModel } from './model.ts';

/** *Answer in one form*, under the words given. */
export function formButton({ checkIn }: Pick<CheckInModel, 'checkIn'>, text: string): ActionElements {
  return [button({ actionId: CHECK_IN_ACTIONS.form, text, value: checkInValue(checkIn.checkInId) })];
}

/**
 * *Remind me*, and *skip this week*. Every time is offered: a message is read long after it was drawn, and the tap
 * decides which of them makes sense.
 */
export function laterElements(
  { checkIn: { checkInId } }: Pick<CheckInModel, 'checkIn'>,
  { checkIn: words }: Texts,
): ActionElements {
  const choices = REMIND_WHEN.map((when) => ({
    text: words.remindWhen[when],
    value: remindChoiceValue(when, checkInId),
  }));
  return [
    select({ actionId: CHECK_IN_ACTIONS.remind, choices, placeholder: words.remind }),
    button({ actionId: CHECK_IN_ACTIONS.skip, text: words.skip, value: checkInValue(checkInId) }),
  ];
}
