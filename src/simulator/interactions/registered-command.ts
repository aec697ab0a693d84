import { asSlackSendsIt } from '../app/as-slack-sends-it.ts';
import { addMessage } from '../conversations.ts';
import type { Slack } from '../slack.ts';

/**
 * What the app has registered for a typed command: the same name in any letter case. Slack documents neither that case
 * does not matter nor in which spelling the name then arrives; an app that compares it, as Bolt does, needs its own.
 *
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function registeredCommand(
  commands: readonly string[] | undefined,
  typed: string,
): string | undefined {
  if (commands === undefined) return typed;
  return commands.find((command) => command.toLowerCase() === typed.toLowerCase());
}

/**
 * Answers the person alone, in the words of Slack's own client, as people quote them:
 * https://github.com/nearform/lastlight/issues/119. There Slackbot says it, whom this workspace does not have.
 */
export function sayNotACommand(slack: Slack, channel: string, user: string, typed: string): void {
  const text = `${asSlackSendsIt(typed)} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.

If you are trying to send a message and not run a command, try preceding the “/” with an empty space.`;
  addMessage(slack, channel, slack.options.bot.userId, { text, blocks: undefined }, user);
}
