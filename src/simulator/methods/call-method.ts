import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { channelOf } from '../conversations.ts';
import type { Tier } from '../rate-limit.ts';
import type { Slack } from '../slack.ts';
import { METHODS } from './methods.ts';
import { requireScope } from './require-scope.ts';
import { SlackApiError } from './slack-api-error.ts';

const CallArguments = z.record(z.string(), z.unknown());
const JsonBody = z.string().transform((body, context) => {
  try {
    return CallArguments.parse(JSON.parse(body));
  } catch {
    context.addIssue('not a JSON object');
    return z.NEVER;
  }
});

/** The arguments of a call, from a form or a JSON body: https://docs.slack.dev/apis/web-api#methods_supporting_json. */
export function argumentsOf(headers: IncomingHttpHeaders, body: string): Record<string, unknown> {
  if (!(headers['content-type'] ?? '').startsWith('application/json')) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  const parsed = JsonBody.safeParse(body);
  if (!parsed.success) throw new SlackApiError('invalid_json');
  return parsed.data;
}

/** Answers one call, or throws `SlackApiError`. `given` still holds the token where the body carried it. */
export function callMethod(
  slack: Slack,
  name: string,
  authorization: string | undefined,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const method = METHODS.get(name);
  if (method === undefined) throw new SlackApiError('unknown_method');
  const { bot } = slack.options;
  const token = authorization?.replace(/^Bearer /i, '') ?? given.token;
  if (token === undefined) throw new SlackApiError('not_authed');
  if (token !== bot.token) throw new SlackApiError('invalid_auth');
  if (method.scope !== null) requireScope(slack, method.scope);
  refuseTooOften(slack, name, method.tier, given);
  return method.handler(given, slack);
}

/** Thrown past Slack's rates; the answer is HTTP 429 with `Retry-After`. */
export class RateLimitedError extends SlackApiError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A person's id and the id of their DM are one channel. */
function channelIn(channel: unknown): string {
  const id = String(channel);
  return id.startsWith('U') ? channelOf(id) : id;
}

function refuseTooOften(slack: Slack, name: string, tier: Tier, given: Record<string, unknown>): void {
  const seconds = slack.rates?.retryAfter({ method: name, tier, channel: channelIn(given.channel) });
  if (seconds !== undefined) throw new RateLimitedError(seconds);
}
