import { z } from 'zod';
import { ContentArguments } from '../methods/content.ts';

/**
 * The body of a `response_url` call or of a command's acknowledgement.
 *
 * @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export const InteractionReply = z.looseObject({
  ...ContentArguments,
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.union([z.boolean(), z.stringbool()]).default(false),
  delete_original: z.union([z.boolean(), z.stringbool()]).default(false),
});
export type InteractionReply = z.infer<typeof InteractionReply>;
