import { signatureHeaders } from './signature.ts';

export interface AppTarget {
  /** Where the app takes commands, actions and events, such as `http://127.0.0.1:4567/slack/events`. */
  readonly url: string;
  readonly signingSecret: string;
}

export interface Acknowledgement {
  /** The HTTP status, or 0 when none came. */
  readonly status: number;
  readonly acknowledged_ms: number;
  readonly body: string;
  /** What Slack shows the person when the app did not take it: `operation_timeout` or `dispatch_failed`. */
  readonly error?: 'operation_timeout' | 'dispatch_failed';
}

/** Sends one signed request and waits for its acknowledgement, at most `withinMs` of machine time. */
export async function sendToApp(
  target: AppTarget,
  request: { readonly contentType: string; readonly body: string },
  withinMs: number,
): Promise<Acknowledgement> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: {
        'content-type': request.contentType,
        ...signatureHeaders(target.signingSecret, Math.floor(Date.now() / 1_000), request.body),
      },
      body: request.body,
      signal: AbortSignal.timeout(withinMs),
    });
    const body = await response.text();
    return {
      status: response.status,
      acknowledged_ms: elapsed(),
      body,
      ...(response.ok ? {} : { error: 'dispatch_failed' }),
    };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return {
      status: 0,
      acknowledged_ms: elapsed(),
      body: '',
      error: late ? 'operation_timeout' : 'dispatch_failed',
    };
  }
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
