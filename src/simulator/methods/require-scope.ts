import type { Slack } from '../slack.ts';
import { SlackApiError } from './slack-api-error.ts';

/** Throws `missing_scope` where the token was not given this one. */
export function requireScope({ options: { bot } }: Slack, scope: string): void {
  if (bot.scopes === undefined || bot.scopes.includes(scope)) return;
  throw new SlackApiError('missing_scope', [], { needed: scope, provided: bot.scopes.join(',') });
}
