import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { ActionId, Confirm } from './composition.ts';
import { plainText } from './text.ts';

/** What almost every element has. */
export const interactive = { action_id: ActionId, focus_on_load: z.boolean().optional() };

/** What elements have that act at once, and may ask before. */
export const choosable = { ...interactive, confirm: Confirm.optional() };

export const placeholder = plainText(LIMITS.select.placeholder).optional();

/** Elements that are used with few of their fields here: their type, `action_id` and placeholder are checked. */
export function loosely<const Type extends string>(type: Type) {
  return z.looseObject({ type: z.literal(type), ...choosable, placeholder });
}
