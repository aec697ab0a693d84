import { z } from 'zod';
import type { StoredBlock } from './state/message.ts';

const Identified = z.looseObject({ type: z.string(), block_id: z.string().optional() });
const Interactive = z.looseObject({ type: z.string(), action_id: z.string().optional() });

/**
 * Gives every block that has none a `block_id`, and every interactive element of it an `action_id`, as Slack
 * does: https://docs.slack.dev/reference/block-kit/blocks ("If not specified, a block_id will be generated").
 */
export function withBlockIds(blocks: readonly { type: string }[], newId: () => string): StoredBlock[] {
  return blocks.map((given) => {
    const block = Identified.parse(given);
    return { ...withActionIds(block, newId), type: block.type, block_id: block.block_id ?? newId() };
  });
}

function withActionIds(block: z.infer<typeof Identified>, newId: () => string): Record<string, unknown> {
  const named = (element: unknown): unknown => {
    const parsed = Interactive.safeParse(element);
    return parsed.success && parsed.data.type !== 'image'
      ? { ...parsed.data, action_id: parsed.data.action_id ?? newId() }
      : element;
  };
  if (block.type === 'actions' && Array.isArray(block.elements)) {
    return { ...block, elements: block.elements.map(named) };
  }
  if (block.type === 'section' && block.accessory !== undefined) {
    return { ...block, accessory: named(block.accessory) };
  }
  if (block.type === 'input') return { ...block, element: named(block.element) };
  return block;
}
