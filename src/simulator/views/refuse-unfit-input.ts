import { z } from 'zod';
import { HttpError } from '../http/http-error.ts';
import type { Slack } from '../slack.ts';
import type { StoredView } from '../state/view.ts';
import { shownView } from './shown-view.ts';
import type { StateValue } from './state-values.ts';
import { STATEFUL } from './stateful-elements.ts';

const Input = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  optional: z.boolean().default(false),
  element: z.looseObject({ type: z.string(), action_id: z.string() }),
});
type Input = z.infer<typeof Input>;

/** Throws 400 where Slack's own client would not let the person submit, and says why. */
export function refuseUnfitInput(slack: Slack, user: string, view: StoredView): void {
  if (view.submit === null) throw new HttpError(400, 'The modal has no submit button.');
  const { values } = shownView(slack, user, view).state;
  for (const block of view.blocks) {
    const input = Input.safeParse(block);
    if (!input.success) continue;
    const { block_id, element } = input.data;
    const value = values[block_id]?.[element.action_id];
    const reason = value === undefined ? undefined : unfitReason(input.data, value);
    if (reason !== undefined) throw new HttpError(400, `"${block_id}" ${reason}.`);
  }
}

const Limits = z.looseObject({
  min_length: z.number().default(0),
  max_length: z.number().default(Number.POSITIVE_INFINITY),
  max_selected_items: z.number().default(Number.POSITIVE_INFINITY),
  is_decimal_allowed: z.boolean().default(false),
  min_value: z.coerce.number().default(Number.NEGATIVE_INFINITY),
  max_value: z.coerce.number().default(Number.POSITIVE_INFINITY),
});

function unfitReason({ element, optional }: Input, state: StateValue): string | undefined {
  const chosen = state[STATEFUL[element.type]?.field ?? ''];
  const limits = Limits.parse(element);
  if (isNothing(chosen)) return optional ? undefined : 'must be filled in';
  if (Array.isArray(chosen)) {
    return chosen.length > limits.max_selected_items ? 'has too many chosen' : undefined;
  }
  const text = String(chosen);
  // A phone's keyboard leaves a space behind a word.
  const trimmed = text.trim();
  switch (element.type) {
    case 'plain_text_input':
      if (text.length > limits.max_length) return `is longer than ${limits.max_length} characters`;
      return text.length < limits.min_length ? `is shorter than ${limits.min_length} characters` : undefined;
    case 'number_input':
      return isNumberWithin(trimmed, limits) ? undefined : 'is not a number that is allowed there';
    case 'email_text_input':
      return z.email().safeParse(trimmed).success ? undefined : 'is not an e-mail address';
    case 'url_text_input':
      return URL.canParse(trimmed) ? undefined : 'is not a link';
    case 'datepicker':
      return z.iso.date().safeParse(text).success ? undefined : 'is not a date';
    case 'timepicker':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? undefined : 'is not a time';
    default:
      return undefined;
  }
}

function isNothing(chosen: unknown): boolean {
  return (
    chosen === null || chosen === undefined || chosen === '' || (Array.isArray(chosen) && chosen.length === 0)
  );
}

function isNumberWithin(text: string, limits: z.infer<typeof Limits>): boolean {
  const number = Number(text);
  return (
    /^[-+]?\d+(\.\d+)?$/.test(text) &&
    (limits.is_decimal_allowed || Number.isInteger(number)) &&
    number >= limits.min_value &&
    number <= limits.max_value
  );
}
