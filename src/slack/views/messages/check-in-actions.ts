import { z } from 'zod';
import { rating } from '../../../domain/check-in/rating.ts';

/** The action ids of a check-in's buttons; a rating's ends in its answer, because ids are unique in a row. */
export const CHECK_IN_ACTIONS = {
  rate: 'rate',
  reopen: 'check-in-reopen',
  putAway: 'check-in-put-away',
} as const;

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
