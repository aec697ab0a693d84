import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import type { Slack } from '../slack.ts';
import { Metadata } from '../state/message.ts';
import { describeProblem } from '../validate-blocks/problem.ts';
import { validateBlocks } from '../validate-blocks/validate-blocks.ts';
import { TOO_LONG } from '../validate-blocks/whole-message.ts';
import { decodeJson } from './arguments.ts';
import { SlackApiError } from './slack-api-error.ts';

/** What the `chat.*` methods take besides the channel. */
export const ContentArguments = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
};

const Blocks = z.array(z.looseObject({ type: z.string() }));
const Empty = z.strictObject({});

export interface ParsedContent {
  readonly text: string;
  readonly blocks: readonly { type: string }[] | undefined;
}

/**
 * Text and blocks that Slack would take: `no_text` with neither, `invalid_blocks` with the reasons,
 * `msg_blocks_too_long` for blocks that are good one by one.
 *
 * @see https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function parseContent(
  slack: Slack,
  given: { text?: string | undefined; blocks?: unknown },
): ParsedContent {
  const decoded = decodeJson(given.blocks, 'invalid_blocks_format');
  const { unsupportedBlocks = [] } = slack.options;
  const problems = decoded === undefined ? [] : validateBlocks(decoded, 'message', unsupportedBlocks);
  const invalid = problems.filter((problem) => problem !== TOO_LONG);
  if (invalid.length > 0) throw new SlackApiError('invalid_blocks', invalid.map(describeProblem));
  if (problems.length > 0) throw new SlackApiError('msg_blocks_too_long');
  const blocks = decoded === undefined ? undefined : Blocks.parse(decoded);
  if (!given.text && !blocks?.length) throw new SlackApiError('no_text');
  return { text: given.text ?? '', blocks };
}

/**
 * Metadata in its shape and size; `null` for the empty object that removes it.
 *
 * @see https://docs.slack.dev/messaging/message-metadata
 */
export function parseMetadata(given: unknown): Metadata | null | undefined {
  const decoded = decodeJson(given, 'invalid_metadata_format');
  if (decoded === undefined) return undefined;
  if (Empty.safeParse(decoded).success) return null;
  const metadata = Metadata.safeParse(decoded);
  if (!metadata.success) throw new SlackApiError('invalid_metadata_schema');
  if (JSON.stringify(metadata.data.event_payload).length > LIMITS.message.metadataPayload) {
    throw new SlackApiError('metadata_too_large');
  }
  return metadata.data;
}
