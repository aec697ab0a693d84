import { REMIND_WHEN } from '../../../../domain/check-in/reminders.ts';
import type { Texts } from '../../../../texts/texts.ts';
import { type ActionElements, type Button, button } from '../../../blocks/build.ts';
import { select } from '../../../blocks/inputs.ts';
import { CHECK_IN_ACTIONS } from '../check-in-actions.ts';
import type { CheckInModel } from './model.ts';

/** *Answer in one form*, under the words given. */
export function formButton(text: string, style?: 'primary'): Button {
  return button({ actionId: CHECK_IN_ACTIONS.form, text, ...(style === undefined ? {} : { style }) });
}

/**
 * *Remind me*, and *skip this week*. Every time is offered: a message is read long after it was drawn, and the tap
 * decides which of them makes sense.
 */
export function laterElements(model: Pick<CheckInModel, 'checkIn' | 'now'>, texts: Texts): ActionElements {
  const { checkIn: words } = texts;
  const choices = REMIND_WHEN.map((when) => ({ text: words.remindWhen[when], value: when }));
  return [
    select({ actionId: CHECK_IN_ACTIONS.remind, choices, placeholder: words.remind }),
    button({ actionId: CHECK_IN_ACTIONS.skip, text: skipLabel(model, texts) }),
  ];
}

/** Once the week of a check-in is over, another one has begun, which nobody skips with it. */
export function skipLabel(
  { checkIn, now }: Pick<CheckInModel, 'checkIn' | 'now'>,
  { checkIn: words }: Texts,
): string {
  return now < checkIn.periodEndsAt ? words.skip : words.skipLate;
}
