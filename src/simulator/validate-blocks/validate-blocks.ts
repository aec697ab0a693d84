import { z } from 'zod';
import { BLOCK_TYPES, LIMITS, type Surface } from '../../slack/blocks/limits.ts';
import { BLOCK_SCHEMAS } from './block-schemas.ts';
import { type Problem, problemOf } from './problem.ts';
import { problemsAcross } from './whole-message.ts';

const Blocks = z.array(z.looseObject({ type: z.string() }));

/**
 * What Slack would refuse about `blocks` on this surface, in its words; an empty list where it accepts them.
 * A slash command's acknowledgement and a `response_url` body are messages. `unsupported` are types of blocks that
 * this workspace does not have yet.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export function validateBlocks(
  blocks: unknown,
  surface: Surface,
  unsupported: readonly string[] = [],
): Problem[] {
  const outline = Blocks.safeParse(blocks, { reportInput: true });
  if (!outline.success) return outline.error.issues.flatMap((issue) => problemOf(issue, '/blocks'));
  const limit = LIMITS[surface].blocks;
  const count =
    outline.data.length > limit ? [{ path: '/blocks', message: `no more than ${limit} items allowed` }] : [];
  return [
    ...count,
    ...outline.data.flatMap((block, index) =>
      problemsOfBlock(block, surface, unsupported, `/blocks/${index}`),
    ),
    ...problemsAcross(outline.data, surface),
  ];
}

function problemsOfBlock(
  block: { type: string },
  surface: Surface,
  unsupported: readonly string[],
  at: string,
): Problem[] {
  const type = BLOCK_TYPES[surface].find((known) => known === block.type && !unsupported.includes(known));
  if (type === undefined) return [{ path: `${at}/type`, message: `unsupported type: ${block.type}` }];
  const result = BLOCK_SCHEMAS[type].safeParse(block, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => problemOf(issue, at));
}
