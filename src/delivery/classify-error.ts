import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';

/**
 * What a failed post means for its delivery:
 * - `permanent`: Slack refused it and always will;
 * - `transient`: Slack did not accept it, trying again later may help;
 * - `unknown`: the request left and no answer says what became of it.
 */
export interface Verdict {
  readonly outcome: 'permanent' | 'transient' | 'unknown';
  /** Slack's error code or the kind of failure; never anything a person wrote. */
  readonly reason: string;
  readonly retryAfterSeconds?: number;
}

/** Slack's errors that no retry mends, with the reason: https://docs.slack.dev/reference/methods/chat.postMessage. */
export const PERMANENT_ERRORS: ReadonlyMap<string, string> = new Map([
  ['account_inactive', 'the person or the app was switched off'],
  ['user_not_found', 'no such person in this workspace'],
  ['user_disabled', 'the person was switched off'],
  ['channel_not_found', 'no such conversation'],
  ['is_archived', 'the conversation was archived'],
  ['messages_tab_disabled', "the app's messages tab is off"],
  ['cannot_dm_bot', 'bots are not asked'],
  ['invalid_auth', 'the token is wrong'],
  ['not_authed', 'there is no token'],
  ['token_revoked', 'the app was removed or its token revoked'],
  ['token_expired', 'the token ran out'],
  ['no_permission', 'the token may not post'],
  ['missing_scope', 'the app lacks a scope'],
  ['restricted_action', 'a workspace setting forbids it'],
  ['invalid_blocks', 'Slack refuses the message as it is'],
  ['invalid_blocks_format', 'Slack refuses the message as it is'],
  ['invalid_arguments', 'Slack refuses the request as it is'],
  ['msg_too_long', 'the message is too long'],
  ['msg_blocks_too_long', 'the message is too long'],
  ['no_text', 'the message is empty'],
  ['metadata_too_large', "the message's metadata is too large"],
]);

/** Slack answered, but says itself that part of the work may have been done. */
const UNKNOWN_ERRORS = new Set(['internal_error', 'fatal_error', 'request_timeout']);

/** The request never left this machine. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const platformError = z.object({
  code: z.literal(ErrorCode.PlatformError),
  data: z.object({ error: z.string() }),
});
const rateLimited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() });
const withCause = z.object({
  cause: z.unknown().optional(),
  original: z.unknown().optional(),
  code: z.string().optional(),
});

/** Reads what `@slack/web-api` threw. */
export function classifyError(error: unknown): Verdict {
  const limited = rateLimited.safeParse(error);
  if (limited.success) {
    return { outcome: 'transient', reason: 'ratelimited', retryAfterSeconds: limited.data.retryAfter };
  }
  const platform = platformError.safeParse(error);
  if (platform.success) {
    const reason = platform.data.data.error;
    if (PERMANENT_ERRORS.has(reason)) return { outcome: 'permanent', reason };
    return { outcome: UNKNOWN_ERRORS.has(reason) ? 'unknown' : 'transient', reason };
  }
  const code = networkCode(error);
  return NEVER_LEFT.has(code) ? { outcome: 'transient', reason: code } : { outcome: 'unknown', reason: code };
}

/** The innermost error code: `fetch` and the client each wrap it once. */
function networkCode(error: unknown): string {
  const parsed = withCause.safeParse(error);
  if (!parsed.success) return 'unexpected';
  const inner = parsed.data.original ?? parsed.data.cause;
  const innerCode = inner === undefined ? 'unexpected' : networkCode(inner);
  return innerCode === 'unexpected' ? (parsed.data.code ?? 'unexpected') : innerCode;
}
