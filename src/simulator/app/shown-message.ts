import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/message.ts';

/** A message as the Web API and payloads show it. Metadata is left out unless asked for. */
export function shownMessage(
  slack: Slack,
  message: StoredMessage,
  includeMetadata: boolean,
): Record<string, unknown> {
  const { bot, team } = slack.options;
  return {
    type: 'message',
    ts: message.ts,
    user: message.user,
    team: team.id,
    ...(message.user === bot.userId ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    text: message.text,
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(message.files === undefined ? {} : { files: message.files.map((file) => shownFile(slack, file)) }),
    ...(message.edited === undefined ? {} : { edited: message.edited }),
    ...(includeMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}

/** https://docs.slack.dev/reference/objects/file-object, as far as it is kept. */
function shownFile(slack: Slack, { id, name, title }: NonNullable<StoredMessage['files']>[number]) {
  return { id, name, title, url_private_download: `${slack.url}/files/${id}` };
}
