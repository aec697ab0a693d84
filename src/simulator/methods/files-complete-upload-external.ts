import { z } from 'zod';
import { addMessage, reachConversation } from '../conversations.ts';
import { decodeJson, parseArguments } from './arguments.ts';
import type { MethodHandler } from './method.ts';
import { refuseUnreachable } from './reachable.ts';
import { SlackApiError } from './slack-api-error.ts';

const Files = z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1);
const Arguments = z.looseObject({
  files: z
    .unknown()
    .transform((files) => decodeJson(files, 'invalid_arguments'))
    .pipe(Files),
  channel_id: z.string(),
  initial_comment: z.string().default(''),
});

/**
 * https://docs.slack.dev/reference/methods/files.completeUploadExternal: shares what was uploaded, in one message.
 * Slack shares it a moment after its answer, and also takes files that are shared nowhere; here it is at once, and
 * there is a channel.
 */
export const filesCompleteUploadExternal: MethodHandler = (given, slack) => {
  const { files: asked, channel_id: channel, initial_comment: text } = parseArguments(Arguments, given);
  const conversation = reachConversation(slack, channel);
  if (conversation === undefined) throw new SlackApiError('channel_not_found');
  if (conversation.user !== undefined) refuseUnreachable(slack, conversation.user);
  const files = asked.map(({ id, title }) => {
    const upload = slack.uploads.take(id);
    if (upload === undefined) throw new SlackApiError('file_not_found');
    return { id, name: upload.name, title: title ?? upload.name, content: upload.content };
  });
  for (const file of files) slack.store.record({ kind: 'file-shared', file });
  addMessage(slack, conversation.channel, slack.options.bot.userId, {
    text,
    blocks: undefined,
    files: files.map(({ id, name, title }) => ({ id, name, title })),
  });
  return { files: files.map(({ id, title }) => ({ id, title })) };
};
