import type { Slack } from '../slack.ts';

/** Answers one Web API call with what follows `ok: true`, or throws `SlackApiError`. */
export type MethodHandler = (given: unknown, slack: Slack) => Record<string, unknown>;
