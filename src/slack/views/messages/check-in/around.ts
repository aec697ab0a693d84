import { remindChoices } from '../../../../domain/check-in/reminders.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { type ActionElements, button } from '../../../blocks/build.ts';
import { select } from '../../../blocks/inputs.ts';
import { CHECK_IN_ACTIONS, checkInValue, remindChoiceValue } from '../check-in-actions.ts';
import type { CheckInModel } from './model.ts';

/** *Answer in one form*, under the words given. */
export function formButton({ checkIn }: Pick<CheckInModel, 'checkIn'>, text: string): ActionElements {
  return [button({ actionId: CHECK_IN_ACTIONS.form, text, value: checkInValue(checkIn.checkInId) })];
}

/** *Remind me*, where there is still time to, and *skip this week*. */
export function laterElements(
  { checkIn, timeZone, now }: Pick<CheckInModel, 'checkIn' | 'timeZone' | 'now'>,
  { checkIn: words }: Texts,
): ActionElements {
  const { checkInId, closesAt } = checkIn;
  const choices = remindChoices(now, timeZone, closesAt).map((when) => ({
    text: words.remindWhen[when],
    value: remindChoiceValue(when, checkInId),
  }));
  return [
    ...(choices.length === 0
      ? []
      : [select({ actionId: CHECK_IN_ACTIONS.remind, choices, placeholder: words.remind })]),
    button({ actionId: CHECK_IN_ACTIONS.skip, text: words.skip, value: checkInValue(checkInId) }),
  ];
}
