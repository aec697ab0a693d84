import { z } from 'zod';
import { rating } from '../../../domain/check-in/rating.ts';
import { REMIND_WHEN } from '../../../domain/check-in/reminders.ts';

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

/** The rows of a reminder and of what is answered to *check-in*: they are the check-in's, on other messages. */
export const REMINDER_ROW = 'check-in-reminder';
export const STARTED_ROW = 'started-check-in';
/** The block id of the line that a reminder ends as. */
export const REMINDER_ENDED = 'check-in-reminder-ended';

/** What the ⋯ menu of an item offers. */
export const ITEM_MENU = ['details', 'note', 'evidence'] as const;

/**
 * The block id of a row: what it is, its check-in, and what else tells it apart. It stands once instead of in every
 * button, because Slack counts the characters of a message. It proves nothing: who may tap is decided from the database.
 */
export function rowId(row: string, checkIn: string, apart?: number): string {
  return [row, checkIn, ...(apart === undefined ? [] : [apart])].join(':');
}

/** The row of an item's answers, and the block in which its ⋯ menu stands. */
export function answersId(checkIn: string, item: number): string {
  return rowId(`item-${item}`, checkIn);
}

export function menuId(checkIn: string, item: number): string {
  return rowId(`menu-${item}`, checkIn);
}

/** Which row a block id is of. */
export function rowOf(blockId: string): string {
  return blockId.split(':')[0] ?? '';
}

/** Of a tap, what says where it belongs; a stranger may send anything. */
interface Tapped {
  readonly block_id: string;
  readonly value?: string | undefined;
  readonly selected_option?: { readonly value?: string | undefined } | null | undefined;
}

const checkInOnly = z.object({ checkIn: z.uuid() });
const item = z.int().min(0).max(9);
const rated = checkInOnly.extend({ item, answer: z.union([rating, z.literal('take-back')]) });
const itemChoice = checkInOnly.extend({ item, answer: z.enum(ITEM_MENU) });
const remindChoice = checkInOnly.extend({ answer: z.enum(REMIND_WHEN) });

/** What a rating button stands for, or undefined for anything a button of ours cannot carry. */
export function readRating(tapped: Tapped): z.infer<typeof rated> | undefined {
  return rated.safeParse(read(tapped)).data;
}

/** What a choice in an item's menu asks for, or undefined for anything that a menu of ours cannot carry. */
export function readItemChoice(tapped: Tapped): z.infer<typeof itemChoice> | undefined {
  return itemChoice.safeParse(read(tapped)).data;
}

/** When to remind of which check-in, or undefined for anything that a menu of ours cannot carry. */
export function readRemindChoice(tapped: Tapped): z.infer<typeof remindChoice> | undefined {
  return remindChoice.safeParse(read(tapped)).data;
}

/** The check-in that a button without an answer belongs to. */
export function readCheckIn(tapped: Tapped): string | undefined {
  return checkInOnly.safeParse(read(tapped)).data?.checkIn;
}

/** The value of a button on Home, whose rows are of no one check-in. */
export function checkInValue(checkIn: string): string {
  return JSON.stringify({ checkIn });
}

export function readCheckInValue(value: string | undefined): string | undefined {
  return checkInOnly.safeParse(readJson(value)).data?.checkIn;
}

/** A row says which check-in and item, the value what was chosen there: not believed yet. */
function read({ block_id: blockId, value, selected_option: chosen }: Tapped): unknown {
  const said = chosen?.value ?? value;
  const [row = '', checkIn] = blockId.split(':');
  return (
    readWholeValue(said) ?? {
      checkIn,
      item: Number(/^(?:item|menu)-(\d)$/.exec(row)?.[1]),
      answer: said !== undefined && /^\d$/.test(said) ? Number(said) : said,
    }
  );
}

/** Messages that are older than the ids of rows have it all in the value: JSON in a button, words in a menu. */
function readWholeValue(value: string | undefined): unknown {
  const [answer, checkIn, position] = value?.split(' ') ?? [];
  return checkIn === undefined ? readJson(value) : { checkIn, item: Number(position), answer };
}

function readJson(value: string | undefined): object | undefined {
  try {
    const json: unknown = JSON.parse(value ?? '');
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
