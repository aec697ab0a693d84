import { z } from 'zod';
import { parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { requireOwnMessage } from './own-message.ts';

const Arguments = z.looseObject({ channel: z.string(), ts: z.string() });

/** https://docs.slack.dev/reference/methods/chat.delete */
export const chatDelete: MethodHandler = (given, slack) => {
  const { channel, ts } = parseArguments(Arguments, given);
  requireOwnMessage(slack, channel, ts, 'cant_delete_message');
  slack.store.record({ kind: 'message-deleted', channel, ts });
  return { channel, ts };
};
