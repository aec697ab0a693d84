import type { Slack } from './slack.ts';

/** The address of a message in Slack, for whoever is in the conversation. */
export function permalinkOf(slack: Slack, channel: string, ts: string): string {
  return `https://${slack.options.team.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
}
