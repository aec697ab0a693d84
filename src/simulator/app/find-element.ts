import { z } from 'zod';
import type { StoredMessage } from '../state/message.ts';

const Element = z.looseObject({ type: z.string(), action_id: z.string() });
const Identified = z.looseObject({ block_id: z.string() });

export interface FoundElement {
  readonly block_id: string;
  readonly element: z.infer<typeof Element>;
}

/** What a tap names: `block_id` and `value` choose where several elements share an `action_id`. */
export interface ElementName {
  readonly action_id: string;
  readonly block_id?: string | undefined;
  readonly value?: string | undefined;
}

/** The element of a message that a tap means. Of several, the one with the given value, else the first. */
export function findElement(message: StoredMessage, name: ElementName): FoundElement | undefined {
  const candidates = (message.blocks ?? [])
    .flatMap((block) => elementsIn(block, block.block_id))
    .filter(({ element }) => element.action_id === name.action_id)
    .filter(({ block_id }) => name.block_id === undefined || block_id === name.block_id);
  return candidates.find(({ element }) => element.value === name.value) ?? candidates[0];
}

/** Interactive elements wherever they stand in a block, each under the nearest `block_id`. */
function elementsIn(node: unknown, blockId: string): FoundElement[] {
  if (Array.isArray(node)) return node.flatMap((item) => elementsIn(item, blockId));
  if (typeof node !== 'object' || node === null) return [];
  const element = Element.safeParse(node);
  if (element.success) return [{ block_id: blockId, element: element.data }];
  const own = Identified.safeParse(node);
  return Object.values(node).flatMap((child) => elementsIn(child, own.success ? own.data.block_id : blockId));
}
