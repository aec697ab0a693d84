import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';

/** Whom an error that no retry mends is about: the bot in the whole workspace, one person, or one message. */
export type Concerns = 'workspace' | 'member' | 'message';

/**
 * What a failed post means for its delivery:
 * - `permanent`: Slack refused it and always will;
 * - `transient`: Slack did not accept it, trying again later may help;
 * - `unknown`: the request left and no answer says what became of it.
 */
export type Verdict =
  | { readonly outcome: 'permanent'; readonly reason: string; readonly concerns: Concerns }
  | { readonly outcome: 'unknown'; readonly reason: string }
  | {
      readonly outcome: 'transient';
      /** Slack's error code or the kind of failure; never anything a person wrote. */
      readonly reason: string;
      readonly retryAfterSeconds?: number;
      /** Slack was not there, or said that it is not well: it is worth trying for long. */
      readonly isOutage: boolean;
    };

/** Slack's errors that no retry mends, with the reason: https://docs.slack.dev/reference/methods/chat.postMessage. */
export const PERMANENT_ERRORS: ReadonlyMap<string, { readonly why: string; readonly concerns: Concerns }> =
  new Map([
    ['account_inactive', { why: 'the app or the whole workspace was switched off', concerns: 'workspace' }],
    ['invalid_auth', { why: 'the token is wrong', concerns: 'workspace' }],
    ['not_authed', { why: 'there is no token', concerns: 'workspace' }],
    ['token_revoked', { why: 'the app was removed or its token revoked', concerns: 'workspace' }],
    ['token_expired', { why: 'the token ran out', concerns: 'workspace' }],
    ['user_not_found', { why: 'no such person in this workspace', concerns: 'member' }],
    ['user_disabled', { why: 'the person was switched off', concerns: 'member' }],
    ['channel_not_found', { why: 'no such conversation', concerns: 'member' }],
    ['is_archived', { why: 'the conversation was archived', concerns: 'member' }],
    ['cannot_dm_bot', { why: 'bots are not asked', concerns: 'member' }],
    ['messages_tab_disabled', { why: "the app's messages tab is off", concerns: 'message' }],
    ['no_permission', { why: 'the token may not post', concerns: 'message' }],
    ['missing_scope', { why: 'the app lacks a scope', concerns: 'message' }],
    ['restricted_action', { why: 'a workspace setting forbids it', concerns: 'message' }],
    ['invalid_blocks', { why: 'Slack refuses the message as it is', concerns: 'message' }],
    ['invalid_blocks_format', { why: 'Slack refuses the message as it is', concerns: 'message' }],
    ['invalid_arguments', { why: 'Slack refuses the request as it is', concerns: 'message' }],
    ['msg_too_long', { why: 'the message is too long', concerns: 'message' }],
    ['msg_blocks_too_long', { why: 'the message is too long', concerns: 'message' }],
    ['no_text', { why: 'the message is empty', concerns: 'message' }],
    ['metadata_too_large', { why: "the message's metadata is too large", concerns: 'message' }],
  ]);

/** Slack answered, but says itself that part of the work may have been done. */
const UNKNOWN_ERRORS = new Set(['internal_error', 'fatal_error', 'request_timeout']);

/** Slack says that it is not well: https://docs.slack.dev/reference/methods/chat.postMessage. */
const OUTAGE_ERRORS = new Set(['service_unavailable', 'ratelimited']);

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
    return {
      outcome: 'transient',
      reason: 'ratelimited',
      retryAfterSeconds: limited.data.retryAfter,
      isOutage: true,
    };
  }
  const platform = platformError.safeParse(error);
  if (platform.success) {
    const reason = platform.data.data.error;
    const permanent = PERMANENT_ERRORS.get(reason);
    if (permanent !== undefined) return { outcome: 'permanent', reason, concerns: permanent.concerns };
    if (UNKNOWN_ERRORS.has(reason)) return { outcome: 'unknown', reason };
    return { outcome: 'transient', reason, isOutage: OUTAGE_ERRORS.has(reason) };
  }
  const code = networkCode(error);
  return NEVER_LEFT.has(code)
    ? { outcome: 'transient', reason: code, isOutage: true }
    : { outcome: 'unknown', reason: code };
}

/** Slack's reason where it refuses the bot itself, in the whole workspace; `undefined` for every other failure. */
export function refusalOfBot(error: unknown): string | undefined {
  const verdict = classifyError(error);
  const isRefused = verdict.outcome === 'permanent' && verdict.concerns === 'workspace';
  return isRefused ? verdict.reason : undefined;
}

/** The innermost error code: `fetch` and the client each wrap it once. */
function networkCode(error: unknown): string {
  const parsed = withCause.safeParse(error);
  if (!parsed.success) return 'unexpected';
  const inner = parsed.data.original ?? parsed.data.cause;
  const innerCode = inner === undefined ? 'unexpected' : networkCode(inner);
  return innerCode === 'unexpected' ? (parsed.data.code ?? 'unexpected') : innerCode;
}
