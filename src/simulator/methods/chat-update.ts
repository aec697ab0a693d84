import { z } from 'zod';
import { LIMITS } from '../../slack/blocks/limits.ts';
import { shownMessage } from '../app/shown-message.ts';
import { changeMessage } from '../conversations.ts';
import { parseArguments } from './arguments.ts';
import { ContentArguments, parseContent, parseMetadata } from './content.ts';
import type { MethodHandler } from './method.ts';
import { requireOwnMessage } from './own-message.ts';
import { SlackApiError } from './slack-api-error.ts';

const Arguments = z.looseObject({ channel: z.string(), ts: z.string(), ...ContentArguments });

/**
 * https://docs.slack.dev/reference/methods/chat.update: only the `D…` id, only the app's own messages, never
 * ephemeral ones. Blocks are replaced, also by none; metadata stays unless it is given.
 */
export const chatUpdate: MethodHandler = (given, slack) => {
  const { channel, ts, ...content } = parseArguments(Arguments, given);
  const original = requireOwnMessage(slack, channel, ts, 'cant_update_message');
  if ((content.text?.length ?? 0) > LIMITS.message.updateText) throw new SlackApiError('msg_too_long');
  const said = { ...parseContent(slack, content), metadata: parseMetadata(content.metadata) };
  const message = changeMessage(slack, channel, original, said);
  return { channel, ts, text: message.text, message: shownMessage(slack, message, true) };
};
