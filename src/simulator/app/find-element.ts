import { z } from 'zod';
import type { StoredBlock } from '../state/message.ts';

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
  readonly value?: unknown;
}

/** The element of a message or view that a tap means. Of several, the one with the given value, else the first. */
export function findElement(blocks: readonly StoredBlock[], name: ElementName): FoundElement | undefined {
  const candidates = elementsIn(blocks)
    .filter(({ element }) => element.action_id === name.action_id)
    .filter(({ block_id }) => name.block_id === undefined || block_id === name.block_id);
  return candidates.find(({ element }) => element.value === name.value) ?? candidates[0];
}

/** Interactive elements wherever they stand, each under its `block_id`. */
export function elementsIn(blocks: readonly StoredBlock[]): FoundElement[] {
  return blocks.flatMap((block) => elementsBelow(block, block.block_id));
}

function elementsBelow(node: unknown, blockId: string): FoundElement[] {
  if (Array.isArray(node)) return node.flatMap((item) => elementsBelow(item, blockId));
  if (typeof node !== 'object' || node === null) return [];
  const element = Element.safeParse(node);
  if (element.success) return [{ block_id: blockId, element: element.data }];
  const own = Identified.safeParse(node);
  return Object.values(node).flatMap((child) =>
    elementsBelow(child, own.success ? own.data.block_id : blockId),
  );
}
