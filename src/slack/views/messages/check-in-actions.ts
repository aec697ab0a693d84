import { z } from 'zod';
import { rating } from '../../../domain/check-in/rating.ts';
import { REMIND_WHEN, type RemindWhen } from '../../../domain/check-in/reminders.ts';

/** The action ids of a check-in's buttons; a rating's ends in its answer, because ids are unique in a row. */
export const CHECK_IN_ACTIONS = {
  rate: 'rate',
  reopen: 'check-in-reopen',
  putAway: 'check-in-put-away',
  /** All the items in one form. */
  form: 'check-in-form',
  /** When to be reminded; its options are those of `REMIND_WHEN`. */
  remind: 'check-in-remind',
  skip: 'check-in-skip',
  unskip: 'check-in-unskip',
  /** The ⋯ menu of an item: details, a note, evidence. */
  item: 'check-in-item',
} as const;

/** The block id of a reminder's buttons: they are the check-in's, on another message. */
export const REMINDER_ROW = 'check-in-reminder';
/** The block id of the line that it ends as. */
export const REMINDER_ENDED = 'check-in-reminder-ended';

/** The block id of the button under what is answered to *check-in*, which is another message as well. */
export const STARTED_ROW = 'started-check-in';

/** What the ⋯ menu of an item offers. */
export const ITEM_MENU = ['details', 'note', 'evidence'] as const;
type ItemMenu = (typeof ITEM_MENU)[number];

const itemChoice = z.tuple([z.enum(ITEM_MENU), z.uuid(), z.coerce.number().int().min(0).max(9)]);

/** The value of a choice in an item's menu: shorter than the 75 characters that an option may carry. */
export function itemChoiceValue(choice: ItemMenu, checkIn: string, item: number): string {
  return `${choice} ${checkIn} ${item}`;
}

/** What a choice in an item's menu asks for, or undefined for anything that a menu of ours cannot carry. */
export function readItemChoice(
  value: string | undefined,
): { readonly choice: ItemMenu; readonly checkIn: string; readonly item: number } | undefined {
  const parsed = itemChoice.safeParse(value?.split(' '));
  if (!parsed.success) return undefined;
  const [choice, checkIn, item] = parsed.data;
  return { choice, checkIn, item };
}

const remindChoice = z.tuple([z.enum(REMIND_WHEN), z.uuid()]);

/** The value of a choice in the menu *remind me*. */
export function remindChoiceValue(when: RemindWhen, checkIn: string): string {
  return `${when} ${checkIn}`;
}

/** When to remind of which check-in, or undefined for anything that a menu of ours cannot carry. */
export function readRemindChoice(
  value: string | undefined,
): { readonly when: RemindWhen; readonly checkIn: string } | undefined {
  const parsed = remindChoice.safeParse(value?.split(' '));
  return parsed.success ? { when: parsed.data[0], checkIn: parsed.data[1] } : undefined;
}

const tapValue = z.object({
  checkIn: z.uuid(),
  item: z.int().min(0).max(9),
  answer: z.union([rating, z.literal('take-back')]),
});

export type TapValue = z.infer<typeof tapValue>;

const checkInOnly = z.object({ checkIn: z.uuid() });

/** What a button carries: where its tap belongs. It proves nothing: who may tap is decided from the database. */
export function checkInValue(checkIn: string, item?: number, answer?: TapValue['answer']): string {
  return JSON.stringify({ checkIn, item, answer });
}

/** The value of a rating button, or undefined for anything a button of ours cannot carry. */
export function readTapValue(value: string | undefined): TapValue | undefined {
  return tapValue.safeParse(readJson(value)).data;
}

/** The check-in that a button without an answer belongs to. */
export function readCheckInValue(value: string | undefined): string | undefined {
  return checkInOnly.safeParse(readJson(value)).data?.checkIn;
}

function readJson(value: string | undefined): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    return undefined;
  }
}
