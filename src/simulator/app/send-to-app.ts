import { signatureHeaders } from './signature.ts';

export interface AppTarget {
  /** Where the app takes commands, actions and events, such as `http://127.0.0.1:4567/slack/events`. */
  readonly url: string;
  readonly signingSecret: string;
  /** Where it says whether it takes requests now; asked before each one. */
  readonly readyUrl?: string | undefined;
}

export interface Acknowledgement {
  /** The HTTP status, or 0 when none came. */
  readonly status: number;
  readonly acknowledged_ms: number;
  readonly body: string;
  /** What Slack shows the person when the app did not take it: `operation_timeout` or `dispatch_failed`. */
  readonly error?: 'operation_timeout' | 'dispatch_failed';
  /** Nobody listens there: the request was not taken. */
  readonly refusedConnection?: boolean;
  /** The app asked not to be sent it again: https://docs.slack.dev/apis/events-api#turning-retries-off. */
  readonly noRetry?: boolean;
}

/** Sends one signed request and waits for its acknowledgement, at most `withinMs` of machine time. */
export async function sendToApp(
  target: AppTarget,
  request: { readonly contentType: string; readonly body: string },
  withinMs: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Acknowledgement> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': request.contentType,
        ...headers,
        ...signatureHeaders(target.signingSecret, Math.floor(Date.now() / 1_000), request.body),
      },
      body: request.body,
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(withinMs))),
    });
    const body = await response.text();
    return {
      status: response.status,
      acknowledged_ms: elapsed(),
      body,
      ...(response.ok ? {} : { error: 'dispatch_failed' }),
      noRetry: response.headers.get('x-slack-no-retry') === '1',
    };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return {
      status: 0,
      acknowledged_ms: elapsed(),
      body: '',
      error: late ? 'operation_timeout' : 'dispatch_failed',
      refusedConnection: isRefused(error),
    };
  }
}

function isRefused(error: unknown): boolean {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ECONNREFUSED';
}

export function formEncoded(fields: Readonly<Record<string, string>>): { contentType: string; body: string } {
  return {
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(fields).toString(),
  };
}

export function jsonEncoded(payload: unknown): { contentType: string; body: string } {
  return { contentType: 'application/json', body: JSON.stringify(payload) };
}
