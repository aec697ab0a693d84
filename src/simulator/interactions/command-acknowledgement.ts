import type { Acknowledgement } from '../app/send-to-app.ts';
import { addMessage } from '../conversations.ts';
import { parseContent } from '../methods/content.ts';
import { SlackApiError } from '../methods/slack-api-error.ts';
import type { Slack } from '../slack.ts';
import { InteractionReply } from './reply.ts';

/**
 * Shows the person what the app acknowledged a command with, or why nothing can be shown.
 *
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands#responding_to_commands
 */
export function showCommandAcknowledgement(
  slack: Slack,
  given: { channel: string; user: string; command: string; text: string },
  acknowledgement: Acknowledgement,
): { error?: string } {
  const { bot } = slack.options;
  try {
    if (acknowledgement.error !== undefined) throw new SlackApiError(acknowledgement.error);
    const reply = replyOf(acknowledgement.body);
    if (reply === undefined) return {};
    const content = parseContent(slack, reply);
    if (reply.response_type === 'in_channel') {
      addMessage(slack, given.channel, given.user, { text: typed(given), blocks: undefined });
      addMessage(slack, given.channel, bot.userId, content);
    } else {
      addMessage(slack, given.channel, bot.userId, content, given.user);
    }
    return {};
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    slack.options.log?.warn({ command: given.command, messages: error.messages }, error.code);
    const text = `${given.command} failed with the error "${error.code}"`;
    addMessage(slack, given.channel, bot.userId, { text, blocks: undefined }, given.user);
    return { error: [error.code, ...error.messages].join(' ') };
  }
}

function typed({ command, text }: { command: string; text: string }): string {
  return `${command} ${text}`.trim();
}

/** Nothing to show for an empty body; plain text is a reply as it stands. */
function replyOf(body: string): InteractionReply | undefined {
  if (body.trim() === '') return undefined;
  const parsed = InteractionReply.safeParse(jsonOrText(body));
  if (!parsed.success) throw new SlackApiError('invalid_command_response');
  return parsed.data;
}

function jsonOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return { text: body };
  }
}
